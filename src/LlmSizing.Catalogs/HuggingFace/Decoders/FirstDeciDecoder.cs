using System.Collections.Generic;

namespace LlmSizing;

/// <summary>DeciLM 6B and 7B: each layer has its own number of key/value heads.</summary>
internal sealed class FirstDeciDecoder : Decoder
{
    private readonly IReadOnlyList<long> heads;

    public FirstDeciDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        heads = Config.FindIntegers("num_key_value_heads_per_layer") ?? throw Config.Missing("block_configs", "num_key_value_heads_per_layer");
        if (heads.Count < Layers)
        {
            throw new ImportException("num_key_value_heads_per_layer has fewer items than there are layers.", Config.PathOf("num_key_value_heads_per_layer"));
        }
    }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        long own = heads[(int)layer];
        cache.Full(layer, own, HeadDim);
        new AttentionBlock(Hidden, Heads, own, HeadDim).AddTo(part, Traits);
    }
}
