using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Bamba, Granite 4 H and Falcon-H1: Mamba 2 mixers with attention in some layers, or beside it in each, and an MLP or experts after every one.</summary>
internal sealed class MambaHybridDecoder : Decoder
{
    private readonly Mamba2Block mamba;
    private readonly bool isParallel;
    private readonly bool hasMambaNorm;

    /// <param name="context">What it is built from.</param>
    /// <param name="traits">Its flags.</param>
    /// <param name="isParallel">Whether every layer has both mixers (Falcon-H1).</param>
    public MambaHybridDecoder(ImportContext context, DecoderTraits traits, bool isParallel = false)
        : base(context, traits)
    {
        this.isParallel = isParallel;
        mamba = new Mamba2Block(Config, Hidden, Config.FindInteger("mamba_d_ssm"));
        hasMambaNorm = !isParallel || Config.Flag(true, "mamba_rms_norm");
    }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        bool attends = isParallel || Attends(layer);
        if (attends)
        {
            cache.Full(layer, KeyValueHeads, HeadDim);
            new AttentionBlock(Hidden, Heads, KeyValueHeads, HeadDim).AddTo(part, Traits);
        }
        if (isParallel || !attends)
        {
            mamba.AddState(Context, layer, cache);
            mamba.AddTo(part.Inside("mamba"), hasMambaNorm);
        }
    }

    protected override void AddFeedForward(long layer, ModulePart part)
    {
        // Granite's shared MLP stands beside the experts, or alone.
        if (Moe is null && Config.FindInteger("shared_intermediate_size") is long shared)
        {
            MlpBlock.Add(part.Inside("shared_mlp"), WeightComponent.Mlp, Traits, Hidden, shared);
            return;
        }
        base.AddFeedForward(layer, part);
    }

    private bool Attends(long layer)
    {
        if (Config.FindIntegers("attn_layer_indices") is IReadOnlyList<long> indices)
        {
            return indices.Contains(layer);
        }
        return Config.HasList("layer_types") || Config.HasList("layers_block_type") ? Kinds[layer] == LayerKind.Full : throw Config.Missing("layer_types", "attn_layer_indices");
    }
}
