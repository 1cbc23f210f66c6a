namespace LlmSizing;

/// <summary>A mixture of experts: router, routed experts, experts that every token passes.</summary>
internal sealed class MoeBlock
{
    private static readonly string[] SharedCounts = ["n_shared_experts", "num_shared_experts", "moe_num_shared_experts", "num_shared_expert"];
    private static readonly string[] Counts = ["num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts", "num_routed_experts"];

    private MoeBlock(long hidden, long layers, long experts, long perToken, long intermediate)
    {
        Hidden = hidden;
        ExpertHidden = hidden;
        Experts = experts;
        PerToken = perToken;
        Intermediate = intermediate;
        Layers = new bool[layers];
        for (long layer = 0; layer < layers; layer++)
        {
            Layers[layer] = true;
        }
    }

    private MoeBlock(HfConfig config, DecoderTraits traits, long layers)
    {
        Experts = config.Integer(0, Counts);
        Hidden = config.Integer("hidden_size", "n_embd", "d_model");
        PerToken = config.Integer(0, "num_experts_per_tok", "num_experts_per_token", "top_k_experts", "moe_topk", "moe_top_k", "moe_k", "num_selected_experts");
        if (PerToken > Experts)
        {
            throw new ImportException($"A token passes {NumberText.Plain(PerToken)} of {NumberText.Plain(Experts)} experts: at most all of them can be meant.", "num_experts_per_tok");
        }
        Intermediate = traits.ExpertIntermediate ?? config.Integer("moe_intermediate_size", "expert_intermediate_size", "moe_ffn_hidden_size", "intermediate_size");
        Shared = traits.SharedIntermediate ?? SharedOf(config);
        ExpertHidden = config.FindInteger("moe_latent_size", "routed_expert_hidden_size") ?? Hidden;
        Layers = MoePattern.Read(config, layers);
    }

    public long Experts { get; }

    public long PerToken { get; }

    public long Hidden { get; }

    /// <summary>Elements that a routed expert takes: less than the hidden size where they lie behind a projection.</summary>
    public long ExpertHidden { get; }

    public long Intermediate { get; }

    /// <summary>Elements of the shared experts together; 0 without any.</summary>
    public long Shared { get; }

    /// <summary>Which layers have it.</summary>
    public bool[] Layers { get; }

    /// <summary>The mixture of a config, or null for a dense model.</summary>
    public static MoeBlock? Find(HfConfig config, DecoderTraits traits, long layers) => config.Integer(0, Counts) > 1 ? new MoeBlock(config, traits, layers) : null;

    /// <summary>A mixture in every layer.</summary>
    public static MoeBlock Of(long hidden, long layers, long experts, long perToken, long intermediate) => new(hidden, layers, experts, perToken, intermediate);

    public void AddTo(ModulePart part, DecoderTraits traits)
    {
        ModulePart inside = traits.MoeModule.Length == 0 ? part : part.Inside(traits.MoeModule);
        inside.Plain(WeightComponent.Router, traits.RouterName, Experts, Hidden, WeightSplit.Replicated, bias: traits.RouterBias, format: traits.RouterFormat);
        if (traits.HasCorrectionBias)
        {
            inside.Vector(WeightComponent.Router, "e_score_correction_bias", Experts, format: WeightFormat.Find("fp32"));
        }
        MlpBlock.Add(inside.Inside("experts.0"), WeightComponent.Experts, traits, ExpertHidden, Intermediate, Experts, traits.ExpertBias);
        if (ExpertHidden != Hidden)
        {
            inside.Linear(WeightComponent.Experts, "fc1_latent_proj", ExpertHidden, Hidden, WeightSplit.Replicated);
            inside.Linear(WeightComponent.Experts, "fc2_latent_proj", Hidden, ExpertHidden, WeightSplit.Replicated);
        }
        if (Shared > 0)
        {
            MlpBlock.Add(inside.Inside(traits.SharedExpertModule), WeightComponent.SharedExperts, traits, Hidden, Shared);
            if (traits.HasSharedExpertGate)
            {
                inside.Plain(WeightComponent.SharedExperts, "shared_expert_gate", 1, Hidden, WeightSplit.Replicated);
            }
        }
    }

    private long SharedOf(HfConfig config)
    {
        long count = config.Integer(0, SharedCounts);
        return config.FindInteger("shared_expert_intermediate_size", "moe_shared_expert_intermediate_size", "shared_intermediate_size", "share_expert_dim") ?? count * Intermediate;
    }
}
