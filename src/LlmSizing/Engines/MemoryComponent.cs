namespace LlmSizing;

/// <summary>A part of a GPU's memory: its bytes, how they come about, and how sure they are.</summary>
public sealed class MemoryComponent
{
    /// <summary>Creates the part.</summary>
    /// <param name="name">Its name: weights, activation, non_torch, graphs, kv_cache ...</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="formula">The formula in numbers.</param>
    /// <param name="errorPercent">How far a measured value may lie off in percent of it; null where the number is exact or observed.</param>
    /// <param name="evidence">What the formula and its constants rest on.</param>
    /// <param name="isInBudget">Whether the engine counts it inside its share of the memory.</param>
    public MemoryComponent(string name, long bytes, string formula, decimal? errorPercent = null, string? evidence = null, bool isInBudget = true)
    {
        Name = name;
        Bytes = bytes;
        Formula = formula;
        ErrorPercent = errorPercent;
        Evidence = evidence;
        IsInBudget = isInBudget;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The bytes.</summary>
    public long Bytes { get; }

    /// <summary>The bytes in GiB (2^30), two decimals as engines print them.</summary>
    public decimal Gib => decimal.Round((decimal)Bytes / ByteUnits.GiB, 2);

    /// <summary>How far a measured value may lie off, in percent; null where the number is exact or observed.</summary>
    public decimal? ErrorPercent { get; }

    /// <summary>Whether the engine counts it inside its share of the memory.</summary>
    public bool IsInBudget { get; }

    /// <summary>The formula in numbers.</summary>
    public string Formula { get; }

    /// <summary>What the formula and its constants rest on, or null.</summary>
    public string? Evidence { get; }

    /// <summary>The name and the size: <c>weights 16.05 GiB</c>.</summary>
    public override string ToString() => $"{Name} {NumberText.AsWritten(Gib)} GiB";
}
