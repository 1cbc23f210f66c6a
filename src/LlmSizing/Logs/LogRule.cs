namespace LlmSizing;

/// <summary>Where a line of an engine states a quantity: after a marker, before what ends the number.</summary>
internal sealed class LogRule
{
    // Longer than what any engine prints between two parts of a marker; keeps a hostile line linear.
    private const int LongestGap = 256;

    private readonly string[] parts;

    /// <param name="engine">The engine.</param>
    /// <param name="quantity">What is stated.</param>
    /// <param name="marker">What stands before the number; <c>*</c> is anything.</param>
    /// <param name="endings">What may follow the number, parts with <c>|</c> between them; null where the unit of a size is enough.</param>
    /// <param name="repeat">What a second statement of the same rank means.</param>
    /// <param name="isByDevice">Whether the word before the marker names the device.</param>
    /// <param name="next">What the second statement is about, where the first holds.</param>
    public LogRule(string engine, LogQuantity quantity, string marker, string? endings = null, LogRepeat repeat = LogRepeat.Each, bool isByDevice = false, LogQuantity? next = null)
    {
        Engine = engine;
        Quantity = quantity;
        parts = marker.Split('*');
        Endings = endings?.Split('|');
        Repeat = repeat;
        IsByDevice = isByDevice;
        Next = next;
    }

    public string Engine { get; }

    public LogQuantity Quantity { get; }

    public string[]? Endings { get; }

    public LogRepeat Repeat { get; }

    public bool IsByDevice { get; }

    public LogQuantity? Next { get; }

    /// <summary>Finds the marker; <paramref name="start"/> is where it begins, the result where the number may, or -1.</summary>
    public int Find(string line, ref int start)
    {
        start = line.IndexOf(parts[0], start, System.StringComparison.Ordinal);
        if (start < 0)
        {
            return -1;
        }
        int end = start + parts[0].Length;
        for (int i = 1; i < parts.Length; i++)
        {
            int found = line.IndexOf(parts[i], end, System.Math.Min(LongestGap, line.Length - end), System.StringComparison.Ordinal);
            if (found < 0)
            {
                return -1;
            }
            end = found + parts[i].Length;
        }
        return end;
    }

    /// <summary>Reads the number that stands there: a size in GiB, or a count.</summary>
    public LogNumber? Read(string line, int position, bool isWhole) => Quantity.Unit == "GiB"
        ? LogNumber.Size(line, position, Endings)
        : LogNumber.Before(line, position, Endings ?? [], isWhole);
}

/// <summary>What a second statement of the same rank means.</summary>
internal enum LogRepeat
{
    /// <summary>The rank's newer value; where ranks are not named, that of another rank.</summary>
    Each,

    /// <summary>Something else, such as the draft model's: the first holds.</summary>
    First,

    /// <summary>The final value after an estimate: the last holds.</summary>
    Last,

    /// <summary>Another part of the same memory: they add up.</summary>
    Sum,
}
