using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The layers of one pipeline stage.</summary>
public sealed class PipelineStage
{
    private PipelineStage(long index, long first, long end, bool isLast)
    {
        Index = index;
        First = first;
        End = end;
        IsLast = isLast;
    }

    /// <summary>The stage's number, from 0.</summary>
    public long Index { get; }

    /// <summary>Its first layer.</summary>
    public long First { get; }

    /// <summary>One past its last layer.</summary>
    public long End { get; }

    /// <summary>Whether it holds the embeddings and the towers.</summary>
    public bool IsFirst => Index == 0;

    /// <summary>Whether it holds the head.</summary>
    public bool IsLast { get; }

    /// <summary>A stage of given layers, for an engine that splits them otherwise.</summary>
    internal static PipelineStage Of(long index, long first, long end, bool isLast) => new(index, first, end, isLast);

    /// <summary>Splits layers as vLLM does: what does not divide goes to the stages before the last, one layer each (<c>get_pp_indices</c>).</summary>
    /// <param name="layers">Layers of the model.</param>
    /// <param name="stages">How many stages.</param>
    /// <exception cref="SizingException">There are more stages than layers.</exception>
    public static IReadOnlyList<PipelineStage> Split(long layers, long stages)
    {
        if (stages > layers)
        {
            throw new SizingException("PipelineParallel", $"PipelineParallel of {NumberText.Plain(stages)} is more than the model's {NumberText.Plain(layers)} layers.");
        }
        long remainder = layers % stages;
        var split = new List<PipelineStage>();
        long first = 0;
        for (long i = 0; i < stages; i++)
        {
            // The last stage holds the head, and the first the embeddings: the remainder is dealt from the last but one backwards.
            bool isLonger = i < stages - 1 && i >= stages - 1 - remainder;
            long end = first + (layers / stages) + (isLonger ? 1 : 0);
            split.Add(new PipelineStage(i, first, end, i == stages - 1));
            first = end;
        }
        return split;
    }
}
