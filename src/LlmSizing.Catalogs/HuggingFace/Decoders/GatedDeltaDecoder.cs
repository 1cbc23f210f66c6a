namespace LlmSizing;

/// <summary>Qwen3-Next and Qwen3.5: gated delta nets with gated attention in every few layers.</summary>
internal sealed class GatedDeltaDecoder : Decoder
{
    private readonly GatedDeltaNetBlock delta;
    private readonly bool isFused;

    public GatedDeltaDecoder(ImportContext context, DecoderTraits traits, bool isFused)
        : base(context, traits)
    {
        delta = new GatedDeltaNetBlock(Config, Hidden);
        this.isFused = isFused;
    }

    // The config classes take 256 where nothing is said.
    public override long HeadDim => Config.Integer(256, "head_dim");

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        if (IsLinear(layer))
        {
            delta.AddState(Context, layer, cache);
            delta.AddTo(part.Inside("linear_attn"), isFused);
        }
        else
        {
            cache.Full(layer, KeyValueHeads, HeadDim);
            new AttentionBlock(Hidden, Heads, KeyValueHeads, HeadDim).AddTo(part, Traits);
        }
    }

    protected override void AddDraft()
    {
        long count = Config.Integer(isFused ? 1 : 0, "mtp_num_hidden_layers", "num_nextn_predict_layers");
        if (count == 0)
        {
            return;
        }
        ModulePart part = Checkpoint.Of(WeightComponent.Mtp, "mtp.");
        part.Plain(WeightComponent.Mtp, "fc", Hidden, 2 * Hidden, WeightSplit.Replicated);
        part.Norm("pre_fc_norm_embedding", Hidden);
        part.Norm("pre_fc_norm_hidden", Hidden);
        part.Norm("norm", Hidden);
        for (long i = 0; i < count; i++)
        {
            AddLayer(LastFull(), part.Inside("layers." + NumberText.Plain(i)), Checkpoint.Draft);
        }
    }

    private bool IsLinear(long layer) => Config.HasList("layer_types")
        ? Kinds[layer] == LayerKind.Linear
        : (layer + 1) % System.Math.Max(1, Config.Integer(4, "full_attention_interval")) != 0;

    private long LastFull()
    {
        long layer = Layers - 1;
        while (layer > 0 && IsLinear(layer))
        {
            layer--;
        }
        return layer;
    }
}
