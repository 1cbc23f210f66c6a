using System;
using System.Globalization;
using System.Linq;

namespace LlmSizing.Benchmarks;

/// <summary>Medians of repeated runs, and the figures as the table writes them.</summary>
/// <remarks>
/// Work inside this process is counted in CPU time of the whole process, the collector's and the compiler's threads included:
/// on a machine that does other things too, the clock on the wall measures those.
/// </remarks>
internal static class Measure
{
    /// <summary>The median CPU nanoseconds of one operation, after a warm-up that lets the compiler settle.</summary>
    /// <param name="operations">Operations that one call of <paramref name="work"/> does.</param>
    /// <param name="work">The operations; called often enough for a run to be well above the resolution of CPU time.</param>
    /// <param name="runs">Runs that count.</param>
    public static double Nanoseconds(int operations, Action work, int runs = 11)
    {
        int calls = 0;
        for (double used = 0; used < 1500; calls++)
        {
            used += CpuMilliseconds(work);
        }
        // A fifteenth of the warm-up: about a tenth of a second.
        calls = Math.Max(1, calls / 15);
        return Median([.. Enumerable.Range(0, runs).Select(_ => CpuMilliseconds(() => Repeat(calls, work)))]) * 1e6 / ((double)operations * calls);
    }

    /// <summary>CPU milliseconds of one run.</summary>
    public static double CpuMilliseconds(Action work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    /// <summary>The middle value.</summary>
    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    public static string Text(double value, string unit) => value.ToString(Math.Abs(value) < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture) + " " + unit;

    public static string Times(double ratio) => ratio.ToString(ratio < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture) + "x";

    private static void Repeat(int times, Action work)
    {
        for (int i = 0; i < times; i++)
        {
            work();
        }
    }
}
