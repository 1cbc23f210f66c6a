namespace LlmSizing;

/// <summary>
/// Counts of durations, whole microseconds below 32.768 ms and 15 significant bits above (a step of at most 0.0062 %, taken at its middle), so that memory does not grow
/// with the number of values. Ranks over these are exact: the nearest rank of all values, none sampled.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int Bits = 15;
    private const int Half = 1 << (Bits - 1);
    private const long NanosecondsPerMicrosecond = 1000;

    // Page 0 has each microsecond below 2^15; page s has those of s more bits, each place 2^s microseconds wide.
    private readonly long[]?[] pages = new long[]?[64 - Bits];
    private decimal sum;

    public long Count { get; private set; }

    /// <summary>Mean in whole nanoseconds: a cast of a decimal to a double is not the same bits on every runtime.</summary>
    public double MeanNanoseconds => Count == 0 ? 0 : (long)(sum / Count);

    /// <summary>Exact sum of all values in nanoseconds.</summary>
    public decimal Sum => sum;

    /// <summary>Adds values that are equal.</summary>
    public void Add(long nanoseconds, long count = 1) => Add(nanoseconds, count, (decimal)nanoseconds * count);

    /// <summary>Adds values in one place whose sum is known better.</summary>
    public void Add(long nanoseconds, long count, decimal total)
    {
        long value = MicrosecondsOf(nanoseconds);
        int page = PageOf(value);
        long[] places = pages[page] ??= new long[page == 0 ? 2 * Half : Half];
        places[page == 0 ? value : (value >> page) - Half] += count;
        Count += count;
        sum += total;
    }

    /// <summary>Whether two durations stand in the same place.</summary>
    public static bool IsSame(long left, long right)
    {
        long a = MicrosecondsOf(left);
        long b = MicrosecondsOf(right);
        return a == b || (PageOf(a) == PageOf(b) && a >> PageOf(a) == b >> PageOf(b));
    }

    /// <summary>The nearest rank: the least value that at least so many percent of all are not above, in nanoseconds; 0 where there is none.</summary>
    public long Percentile(int percent)
    {
        long rank = (long)((((decimal)Count * percent) + 99) / 100);
        for (int page = 0; page < pages.Length; page++)
        {
            for (int i = 0; pages[page] is long[] places && i < places.Length; i++)
            {
                rank -= places[i];
                if (rank <= 0 && Count > 0)
                {
                    return (page == 0 ? i : ((i + (long)Half) << page) + (1L << (page - 1))) * NanosecondsPerMicrosecond;
                }
            }
        }
        return 0;
    }

    private static long MicrosecondsOf(long nanoseconds) => (nanoseconds + (NanosecondsPerMicrosecond / 2)) / NanosecondsPerMicrosecond;

    private static int PageOf(long value)
    {
        int page = 0;
        for (long rest = value >> Bits; rest > 0; rest >>= 1)
        {
            page++;
        }
        return page;
    }
}
