namespace LlmSizing;

/// <summary>A tensor as a mix's rules see it: which of its kind it is, and of what model.</summary>
internal sealed class GgufPlace
{
    public GgufPlace(GgufShape model, long index, long count, bool isExpert)
    {
        Model = model;
        Index = index;
        Count = count;
        IsExpert = isExpert;
    }

    public GgufShape Model { get; }

    /// <summary>The number of the tensor among those of its kind; of a mixture of experts, of its layer.</summary>
    public long Index { get; }

    /// <summary>How many of its kind there are.</summary>
    public long Count { get; }

    public bool IsExpert { get; }

    /// <summary>The first and the last eighth, and every third between: llama.cpp's <c>use_more_bits</c>.</summary>
    public bool HasMoreBits => IsInFirstEighth || Index >= 7 * Count / 8 || (Index - (Count / 8)) % 3 == 2;

    public bool IsInFirstEighth => Index < Count / 8;

    public bool IsBetween => Index >= Count / 8 && Index < 7 * Count / 8;
}
