using System;

namespace LlmSizing.Commands;

/// <summary>One of several parts of a grid, each a run of combinations that follow each other; the parts together are the grid.</summary>
public sealed class Shard
{
    internal Shard(long number, long of)
    {
        Number = number;
        Of = of;
    }

    /// <summary>The part's number, from 1.</summary>
    public long Number { get; }

    /// <summary>How many parts there are.</summary>
    public long Of { get; }

    /// <summary>Number and count as they are written: 3/16.</summary>
    public override string ToString() => NumberText.Plain(Number) + "/" + NumberText.Plain(Of);

    /// <summary>The part's combinations: parts differ by one at most, the longer ones come first, and the last are empty where there are more parts than combinations.</summary>
    internal GridRange RangeOf(long count)
    {
        long each = count / Of;
        long longer = count % Of;
        long start = ((Number - 1) * each) + Math.Min(Number - 1, longer);
        return new GridRange(start, start + each + (Number <= longer ? 1 : 0));
    }
}
