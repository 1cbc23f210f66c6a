using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The sizes of a model that its weights, its placement and an engine's memory depend on.</summary>
public sealed class Architecture
{
    /// <summary>Creates the sizes.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="weights">Every weight matrix as it is published.</param>
    /// <param name="loadsDraft">Whether an engine loads the layers of multi-token prediction as well.</param>
    /// <exception cref="SizingException">The weights have more bytes than a 64-bit integer holds.</exception>
    public Architecture(ArchitectureSizes sizes, IReadOnlyList<WeightMatrix> weights, bool loadsDraft = false)
    {
        Sizes = sizes ?? throw new ArgumentNullException(nameof(sizes));
        Weights = new ReadableList<WeightMatrix>(weights);
        Loaded = new ReadableList<WeightMatrix>(weights.Where(matrix => loadsDraft || matrix.Component != WeightComponent.Mtp));
        try
        {
            Parameters = checked(Loaded.Sum(matrix => matrix.Parameters));
            WeightBytes = checked(Loaded.Sum(matrix => matrix.Bytes));
        }
        catch (OverflowException)
        {
            throw new SizingException("weights", "The weights have more bytes than a 64-bit integer holds.");
        }
    }

    /// <summary>The sizes.</summary>
    public ArchitectureSizes Sizes { get; }

    /// <summary>Every weight matrix, as it is published.</summary>
    public ReadableList<WeightMatrix> Weights { get; }

    /// <summary>The matrices that an engine loads: all but those of multi-token prediction, which it loads only to speculate with them.</summary>
    public ReadableList<WeightMatrix> Loaded { get; }

    /// <summary>Parameters of the loaded matrices.</summary>
    public long Parameters { get; }

    /// <summary>Bytes of the loaded matrices as they are published.</summary>
    public long WeightBytes { get; }

    /// <summary>The class and its sizes in short.</summary>
    public override string ToString() => $"{Sizes.ClassName}, {NumberText.Plain(Sizes.NumHiddenLayers)} layers of {NumberText.Plain(Sizes.HiddenSize)}";
}
