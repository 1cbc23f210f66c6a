using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Llama 4: chunked attention but for every fourth layer, and a shared expert beside the routed ones.</summary>
internal sealed class Llama4Decoder : Decoder
{
    public Llama4Decoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
    }

    public override long Intermediate => Config.Integer(0, "intermediate_size_mlp", "intermediate_size");

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        AddCache(IsChunked(layer) ? LayerKind.Chunked : LayerKind.Full, layer, cache, KeyValueHeads, HeadDim, null);
        new AttentionBlock(Hidden, Heads, KeyValueHeads, HeadDim).AddTo(part, Traits);
    }

    // A layer without rope attends to all: no_rope_layers has 0 there, else it is every nope_layer_interval-th.
    private bool IsChunked(long layer)
    {
        if (Config.HasList("layer_types"))
        {
            return Kinds[layer] == LayerKind.Chunked;
        }
        if (!Config.Has("attention_chunk_size"))
        {
            return false;
        }
        return Config.FindIntegers("no_rope_layers") is IReadOnlyList<long> { Count: > 0 } rope && layer < rope.Count
            ? rope[(int)layer] != 0
            : (layer + 1) % System.Math.Max(1, Config.Integer(4, "no_rope_layer_interval", "nope_layer_interval")) != 0;
    }
}
