using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace LlmSizing.Benchmarks;

/// <summary>Medians of repeated runs, and the figures as the table writes them.</summary>
internal static class Measure
{
    /// <summary>The median nanoseconds of one operation, over <paramref name="runs"/> runs after a warm-up that lets the compiler settle.</summary>
    /// <param name="operations">Operations that one call of <paramref name="work"/> does.</param>
    /// <param name="work">The operations.</param>
    /// <param name="runs">Runs that count.</param>
    public static double Nanoseconds(int operations, Action work, int runs = 15)
    {
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 400;)
        {
            work();
        }
        return Median([.. Enumerable.Range(0, runs).Select(_ => Time(work))]) / operations;
    }

    /// <summary>The middle value.</summary>
    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    public static string Text(double value, string unit) => value.ToString(Math.Abs(value) < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture) + " " + unit;

    public static string Times(double ratio) => ratio.ToString(ratio < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture) + "x";

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
