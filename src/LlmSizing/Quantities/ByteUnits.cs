namespace LlmSizing;

/// <summary>The two units of memory, never mixed: GB is decimal, GiB is binary.</summary>
public static class ByteUnits
{
    /// <summary>Bytes in a gigabyte (10^9), the unit of data sheets and of storage throughput.</summary>
    public const long Gb = 1_000_000_000;

    /// <summary>Bytes in a gibibyte (2^30), the unit of memory budgets.</summary>
    public const long GiB = 1L << 30;

    /// <summary>Bytes in a tebibyte (2^40).</summary>
    public const long TiB = 1L << 40;
}
