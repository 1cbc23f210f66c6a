using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The sizes of a model that its weights, its placement and an engine's memory depend on.</summary>
public sealed class Architecture
{
    /// <summary>Creates the sizes.</summary>
    /// <exception cref="SizingException">A size is out of its range.</exception>
    public Architecture(ArchitectureSizes sizes, IReadOnlyList<WeightMatrix> weights)
    {
        Sizes = sizes;
        Weights = new ReadableList<WeightMatrix>(weights);
        Parameters = weights.Where(matrix => matrix.Component != WeightComponent.Mtp).Sum(matrix => matrix.Parameters);
        WeightBytes = weights.Where(matrix => matrix.Component != WeightComponent.Mtp).Sum(matrix => matrix.Bytes);
    }

    /// <summary>The sizes.</summary>
    public ArchitectureSizes Sizes { get; }

    /// <summary>Every weight matrix, as it is published.</summary>
    public ReadableList<WeightMatrix> Weights { get; }

    /// <summary>Parameters, without those of multi-token prediction.</summary>
    public long Parameters { get; }

    /// <summary>Bytes of the weights as they are published, without multi-token prediction.</summary>
    public long WeightBytes { get; }

    /// <summary>The class and its sizes in short.</summary>
    public override string ToString() => $"{Sizes.ClassName}, {NumberText.Plain(Sizes.NumHiddenLayers)} layers of {NumberText.Plain(Sizes.HiddenSize)}";
}
