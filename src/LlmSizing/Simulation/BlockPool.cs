using System;

namespace LlmSizing;

/// <summary>The blocks of a rank's cache: those in use, and those that are free but still hold a prefix that may be used again.</summary>
internal sealed class BlockPool
{
    public BlockPool(long capacity) => Capacity = capacity;

    public long Capacity { get; }

    /// <summary>Blocks of requests.</summary>
    public long Used { get; private set; }

    /// <summary>Free blocks that hold a prefix.</summary>
    public long Kept { get; private set; }

    public long Peak { get; private set; }

    public long Free => Capacity - Used;

    /// <summary>Takes free blocks; the caller has made sure that there are so many.</summary>
    public void Take(long blocks)
    {
        Used += blocks;
        Peak = Math.Max(Peak, Used);
        Check();
    }

    public void Return(long blocks)
    {
        Used -= blocks;
        Check();
    }

    /// <summary>Blocks in use become free and keep their prefix, or the other way round where negative.</summary>
    public void Keep(long blocks)
    {
        Used -= blocks;
        Kept += blocks;
        Peak = Math.Max(Peak, Used);
        Check();
    }

    /// <summary>Free blocks lose their prefix.</summary>
    public void Forget(long blocks)
    {
        Kept -= blocks;
        Check();
    }

    private void Check()
    {
        if (Used < 0 || Kept < 0 || Used > Capacity)
        {
            throw new InvalidOperationException($"The simulation lost count of its cache: {NumberText.Plain(Used)} of {NumberText.Plain(Capacity)} blocks in use.");
        }
    }
}
