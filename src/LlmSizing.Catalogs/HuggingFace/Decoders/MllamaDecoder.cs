using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Llama 3.2 Vision: some layers attend to the image alone, whose tokens they keep.</summary>
internal sealed class MllamaDecoder : Decoder
{
    private readonly IReadOnlyList<long> cross;
    private readonly long imageTokens;

    public MllamaDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        cross = Config.FindIntegers("cross_attention_layers") ?? throw Config.Missing("cross_attention_layers");
        HfConfig vision = context.Root.FindObject("vision_config") ?? throw context.Root.Missing("vision_config");
        long side = vision.Integer(448, "image_size") / System.Math.Max(1, vision.Integer(14, "patch_size"));
        // Patches and a class token for each tile.
        imageTokens = vision.Integer(4, "max_num_tiles") * ((side * side) + 1);
    }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        if (!cross.Contains(layer))
        {
            base.AddMixer(layer, part, cache);
            return;
        }
        cache.Cross(layer, KeyValueHeads, HeadDim, imageTokens);
        new AttentionBlock(Hidden, Heads, KeyValueHeads, HeadDim).AddTo(part, new DecoderTraits { AttentionModule = "cross_attn", QkNorm = QueryKeyNorm.Head });
        part.Vector(WeightComponent.Other, "cross_attn_attn_gate", 1);
        part.Vector(WeightComponent.Other, "cross_attn_mlp_gate", 1);
    }

    // Eight tokens more in the embedding than in the head: those of images.
    protected override void AddHead(ModulePart outside)
    {
        outside.Plain(WeightComponent.Embedding, "image_tokens", 8, Hidden, WeightSplit.Replicated);
        base.AddHead(outside);
    }
}
