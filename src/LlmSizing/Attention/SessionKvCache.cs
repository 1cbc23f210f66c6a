using System;

namespace LlmSizing;

/// <summary>The KV cache of one session: the context that the model admits, in a precision.</summary>
public readonly struct SessionKvCache
{
    // Computed once: a request is solved for several scenarios.
    private readonly long bytes;

    /// <summary>Creates the cache; a context beyond the model's maximum is clamped to it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="requestedContext">Tokens asked for, 1 to 10^9.</param>
    /// <param name="precision">The precision asked for; the model's default when null.</param>
    /// <exception cref="SizingException">The context is outside its range.</exception>
    public SessionKvCache(Model model, long requestedContext, KvPrecision? precision)
    {
        Model = model ?? throw new ArgumentNullException(nameof(model));
        RequestedContext = Limits.EffectiveContext.Check(requestedContext);
        EffectiveContext = Math.Min(requestedContext, model.MaxPositionEmbeddings);
        Precision = precision ?? model.DefaultKvPrecision;
        bytes = BytesOrZero(model.LayerArray, EffectiveContext, Precision);
        if (Precision.IsLatentOnly && Array.Find(model.LayerArray, layer => layer is HeadAttention) is not null)
        {
            throw new SizingException("KvPrecision", $"KvPrecision {Precision.Name} is for latent (MLA) caches, and model '{model.Name}' keeps keys and values by head: write fp8 or bf16.");
        }
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

    /// <summary>Bytes that one more token adds in the layers that keep the whole context.</summary>
    public long BytesPerToken
    {
        get
        {
            long sum = 0;
            foreach (LayerGroup group in Model.LayerArray)
            {
                sum += group is FullAttention or LatentAttention ? group.Count * group.TokenBytes(Precision) : 0;
            }
            return sum;
        }
    }

    /// <summary>Bytes of the session that do not grow with its context: recurrent states and encoder tokens.</summary>
    public long BytesPerSequence
    {
        get
        {
            long sum = 0;
            foreach (LayerGroup group in Model.LayerArray)
            {
                sum += group.Count * group.SequenceBytes(Precision);
            }
            return sum;
        }
    }

    /// <summary>Bytes of the session: the sum over the layer groups.</summary>
    /// <exception cref="SizingException">The sum does not fit a 64-bit integer; names <c>EffectiveContext</c>, or <c>layers</c> when not even one token fits.</exception>
    public long ComputeBytes() => bytes > 0 ? bytes : throw TooLarge();

    // Zero where the sum does not fit: a session never keeps nothing.
    private static long BytesOrZero(LayerGroup[] layers, long context, KvPrecision precision)
    {
        try
        {
            long sum = 0;
            for (int i = 0; i < layers.Length; i++)
            {
                sum = checked(sum + layers[i].BytesPerSession(context, precision));
            }
            return sum;
        }
        catch (OverflowException)
        {
            return 0;
        }
    }

    private SizingException TooLarge() => BytesOrZero(Model.LayerArray, 1, Precision) == 0
        ? new SizingException("layers", $"One token of model '{Model.Name}' takes more bytes than a 64-bit integer holds: check the model's layers.")
        : new SizingException(
            "EffectiveContext",
            $"EffectiveContext of {NumberText.Plain(EffectiveContext)} tokens on model '{Model.Name}' gives a KV cache of more bytes than a 64-bit integer holds: ask for a shorter context.");
}
