namespace LlmSizing.Commands;

/// <summary>Combinations that follow each other: from the first number to before the second.</summary>
internal readonly struct GridRange(long start, long end)
{
    internal long Start { get; } = start;

    internal long End { get; } = end;

    internal long Length => End - Start;

    internal bool IsEmpty => End <= Start;
}
