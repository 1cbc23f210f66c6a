using System;

namespace LlmSizing;

/// <summary>Layers of multi-token prediction that are whole layers behind a projection of the token and the hidden state (DeepSeek-V3, arXiv 2412.19437, section 2.2).</summary>
internal static class DraftLayers
{
    private static readonly string[] Counts = ["num_nextn_predict_layers", "num_mtp_modules"];

    /// <param name="decoder">The model.</param>
    /// <param name="addLayer">Adds a layer like the model's last.</param>
    /// <param name="repeatsEmbedding">Whether the checkpoint repeats embedding and head in each.</param>
    public static void Add(Decoder decoder, Action<long, ModulePart, CacheLayers> addLayer, bool repeatsEmbedding = false)
    {
        long hidden = decoder.Hidden;
        for (long i = 0; i < decoder.Config.Integer(0, Counts); i++)
        {
            ModulePart part = decoder.Checkpoint.Of(WeightComponent.Mtp, decoder.Traits.LayerModule + NumberText.Plain(decoder.Layers + i) + ".");
            part.Norm("enorm", hidden);
            part.Norm("hnorm", hidden);
            part.Plain(WeightComponent.Mtp, "eh_proj", hidden, 2 * hidden, WeightSplit.Replicated);
            if (repeatsEmbedding)
            {
                part.Plain(WeightComponent.Mtp, "embed_tokens", decoder.Vocabulary, hidden, WeightSplit.Vocabulary);
                part.Plain(WeightComponent.Mtp, "shared_head.head", decoder.Vocabulary, hidden, WeightSplit.Vocabulary);
            }
            part.Norm("shared_head.norm", hidden);
            addLayer(decoder.Layers - 1, part, decoder.Checkpoint.Draft);
        }
    }
}
