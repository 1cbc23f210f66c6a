using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The weights of a model, stored by a scheme and placed on GPUs.</summary>
public sealed class ModelWeights
{
    internal const string Total = "total";

    /// <summary>Computes the weights.</summary>
    /// <param name="model">The model; it needs its architecture.</param>
    /// <param name="quantization">How they are stored; as they are published when null.</param>
    /// <param name="placement">How a replica lies on GPUs; on one when null.</param>
    /// <exception cref="SizingException">The model's weights are not known, or the placement has more stages than the model has layers.</exception>
    public ModelWeights(Model model, Quantization? quantization = null, Placement? placement = null)
    {
        Quantization = quantization ?? QuantizationList.All[0];
        Placement = placement ?? new Placement();
        if (model.Architecture is not { Weights.Count: > 0 })
        {
            throw new SizingException("Model", $"Model '{model.Name}' has no weights in its catalog entry: import its config.json, or add architecture and weights.");
        }
        Model = Quantization.Apply(model);
        Shards = ModelShard.Of(Model, Placement);
        Fullest = Shards.OrderByDescending(shard => shard.WeightBytes).First();
        FileBytes = ReferenceEquals(Model, model) && model.WeightsBillionths > 0
            ? (long)Math.Round((decimal)model.WeightsBillionths * ByteUnits.GiB / Billionths.One)
            : null;
    }

    /// <summary>The model with its weights as they are stored.</summary>
    public Model Model { get; }

    /// <summary>How they are stored.</summary>
    public Quantization Quantization { get; }

    /// <summary>How a replica lies on GPUs.</summary>
    public Placement Placement { get; }

    /// <summary>Bytes of one copy.</summary>
    public long Bytes => Model.Architecture!.WeightBytes;

    /// <summary>Bytes of the model's files, where they are known and the weights are stored as published.</summary>
    public long? FileBytes { get; }

    /// <summary>One share per pipeline stage.</summary>
    public IReadOnlyList<ModelShard> Shards { get; }

    /// <summary>The share of the GPU that holds most.</summary>
    public ModelShard Fullest { get; }

    /// <summary>One row per part of the model in their order, and one for the whole.</summary>
    /// <param name="texts">The language of the rationale.</param>
    public IEnumerable<ComponentWeights> Rows(Texts texts)
    {
        ReadableList<WeightMatrix> loaded = Model.Architecture!.Loaded;
        foreach (string component in WeightComponent.All)
        {
            WeightMatrix[] matrices = loaded.Where(matrix => matrix.Component == component).ToArray();
            if (matrices.Length > 0)
            {
                yield return new ComponentWeights(this, component, matrices, texts);
            }
        }
        yield return new ComponentWeights(this, Total, loaded, texts);
    }

    internal string TotalFormula =>
        "total = " + string.Join(" + ", WeightComponent.All.Where(component => Model.Architecture!.Loaded.Any(matrix => matrix.Component == component)));
}
