using System.Collections.Generic;

namespace LlmSizing;

internal static class ModelFacts
{
    public static IEnumerable<InputFact> Of(Model model)
    {
        yield return new("name", model.Name);
        yield return new("num_layers", NumberText.Grouped(model.NumLayers));
        yield return new("num_key_value_heads", model.NumKeyValueHeads is long heads ? NumberText.Grouped(heads) : ModelText.KeyValueHeads(model));
        yield return new("head_dim", ModelText.HeadDims(model));
        yield return new("max_position_embeddings", NumberText.Grouped(model.MaxPositionEmbeddings));
        yield return new("attention_pattern", model.AttentionPattern);
        if (model.SlidingLayers > 0)
        {
            if (model.FullLayers > 0)
            {
                yield return new("full_layers", NumberText.Grouped(model.FullLayers), isDetail: true);
            }
            yield return new("sliding_layers", NumberText.Grouped(model.SlidingLayers), isDetail: true);
            yield return new("sliding_window", model.SlidingWindow is long window ? NumberText.Grouped(window) : ModelText.SlidingWindows(model), isDetail: true);
        }
        yield return new("default_kv_precision", model.DefaultKvPrecision.Name);
    }
}
