using System;

namespace LlmSizing;

/// <summary>The KV cache of one session: the context that the model admits, in a precision.</summary>
public readonly struct SessionKvCache
{
    /// <summary>Creates the cache; a context beyond the model's maximum is clamped to it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="requestedContext">Tokens asked for, at least 1.</param>
    /// <param name="precision">The precision asked for; the model's default when null.</param>
    public SessionKvCache(Model model, long requestedContext, KvPrecision? precision)
    {
        Model = model;
        RequestedContext = requestedContext;
        EffectiveContext = Math.Min(requestedContext, model.MaxPositionEmbeddings);
        Precision = precision ?? model.DefaultKvPrecision;
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>Tokens asked for.</summary>
    public long RequestedContext { get; }

    /// <summary>Tokens after clamping to <see cref="Model.MaxPositionEmbeddings"/>.</summary>
    public long EffectiveContext { get; }

    /// <summary>The precision of keys and values.</summary>
    public KvPrecision Precision { get; }

    /// <summary>Whether more context was asked for than the model has.</summary>
    public bool IsClamped => EffectiveContext < RequestedContext;

    /// <summary>Bytes of the session: the sum over the layer groups.</summary>
    /// <exception cref="SizingException">The sum does not fit a 64-bit integer.</exception>
    public long ComputeBytes()
    {
        try
        {
            long bytes = 0;
            ReadableList<LayerGroup> layers = Model.Layers;
            for (int i = 0; i < layers.Count; i++)
            {
                bytes = checked(bytes + layers[i].BytesPerSession(EffectiveContext, Precision.BytesPerElement));
            }
            return bytes;
        }
        catch (OverflowException)
        {
            throw new SizingException(
                "EffectiveContext",
                $"EffectiveContext of {NumberText.Plain(EffectiveContext)} tokens on model '{Model.Name}' gives a KV cache of more bytes than a 64-bit integer holds: check the model's layers or ask for a shorter context.");
        }
    }
}
