using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A scheme by which the weights of a model are stored: which of its matrices become which format.</summary>
public abstract class Quantization
{
    /// <summary>Creates the scheme.</summary>
    /// <param name="name">The name that commands take.</param>
    /// <param name="description">What it stores how, in one line.</param>
    /// <param name="engines">The engines that run it; all where null.</param>
    protected Quantization(string name, string description, IReadOnlyList<string>? engines = null)
    {
        Name = name;
        Description = description;
        Engines = engines is null ? null : new ReadableList<string>(engines);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What it stores how.</summary>
    public string Description { get; }

    /// <summary>The engines that run it, by name; null where all do.</summary>
    public ReadableList<string>? Engines { get; }

    /// <summary>Whether an engine runs it; the ideal engine runs everything.</summary>
    public bool IsRunBy(string engine) => Engines is null || engine == "ideal" || Engines.Contains(engine);

    /// <summary>The model with its weights stored so.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="SizingException">The model's weights are not known.</exception>
    public Model Apply(Model model)
    {
        if (IsPublished)
        {
            return model;
        }
        Architecture published = model.Architecture is { Weights.Count: > 0 } known ? known
            : throw new SizingException("Quantization", $"Model '{model.Name}' has no architecture in its catalog entry, so that its weights cannot be stored as {Name}: import its config.json, or add architecture and weights.");
        return model.WithWeights(Store(published));
    }

    /// <summary>Whether the weights stay as they are published.</summary>
    public virtual bool IsPublished => false;

    /// <summary>The matrices as the scheme stores them.</summary>
    /// <param name="published">The model's sizes and matrices as they are published.</param>
    public abstract IEnumerable<WeightMatrix> Store(Architecture published);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
