using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Zamba 2: Mamba 2 in every layer, and in some a transformer block that those layers share, each with adapters of its own.</summary>
internal sealed class Zamba2Decoder : Decoder
{
    private readonly Mamba2Block mamba;
    private readonly long[] hybrid;

    public Zamba2Decoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        mamba = new Mamba2Block(Config, Hidden, Config.Integer(2, "mamba_expand") * Hidden);
        hybrid = HybridLayers();
    }

    // The shared block takes the hidden state beside the embedding: twice the hidden size.
    public override long HeadDim => Config.FindInteger("attention_head_dim") ?? 2 * Hidden / System.Math.Max(1, Heads);

    public override void Build()
    {
        base.Build();
        long blocks = System.Math.Min(Config.Integer(1, "num_mem_blocks"), System.Math.Max(1, hybrid.Length));
        for (long block = 0; block < blocks; block++)
        {
            ModulePart part = Checkpoint.Outside("shared_transformer.");
            part.Norm("shared_input_layernorm", 2 * Hidden);
            part.Norm("shared_pre_ff_layernorm", Hidden);
            AddSharedBlock(part);
        }
    }

    protected override void AddLayer(long layer, ModulePart part, CacheLayers cache)
    {
        part.Norm("input_layernorm", Hidden);
        mamba.AddState(Context, layer, cache);
        mamba.AddTo(part.Inside("mamba"));
        if (!hybrid.Contains(layer))
        {
            return;
        }
        cache.Full(layer, KeyValueHeads, HeadDim);
        part.Linear(WeightComponent.Other, "linear", Hidden, Hidden, WeightSplit.Replicated);
        long rank = Config.Integer(128, "adapter_rank");
        part.Linear(WeightComponent.Mlp, "gate_up_proj_adapter_a", rank, Hidden, WeightSplit.Replicated);
        part.Linear(WeightComponent.Mlp, "gate_up_proj_adapter_b", 2 * Intermediate, rank, WeightSplit.Column);
        if (Config.Flag(false, "use_shared_attention_adapter"))
        {
            part.Linear(WeightComponent.Attention, "qkv_adapter_a", 3 * rank, 2 * Hidden, WeightSplit.Replicated);
            part.Linear(WeightComponent.Attention, "qkv_adapter_b", 3 * Heads * HeadDim, rank, WeightSplit.Column);
        }
    }

    private void AddSharedBlock(ModulePart part)
    {
        const string Attention = WeightComponent.Attention;
        part.Linear(Attention, "q_proj", Heads * HeadDim, 2 * Hidden, WeightSplit.Column);
        part.Linear(Attention, "k_proj", KeyValueHeads * HeadDim, 2 * Hidden, WeightSplit.KeyValue, KeyValueHeads);
        part.Linear(Attention, "v_proj", KeyValueHeads * HeadDim, 2 * Hidden, WeightSplit.KeyValue, KeyValueHeads);
        part.Linear(Attention, "o_proj", Hidden, Heads * HeadDim, WeightSplit.Row);
        MlpBlock.Add(part.Inside("feed_forward"), WeightComponent.Mlp, Traits, Hidden, Intermediate);
    }

    private long[] HybridLayers()
    {
        if (Config.FindIntegers("hybrid_layer_ids") is IReadOnlyList<long> ids)
        {
            return [.. ids];
        }
        IReadOnlyList<string> types = Config.FindTexts("layers_block_type") ?? throw Config.Missing("hybrid_layer_ids", "layers_block_type");
        return [.. types.Select((type, layer) => (type, layer)).Where(pair => pair.type == "hybrid").Select(pair => (long)pair.layer)];
    }
}
