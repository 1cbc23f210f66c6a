using System;

namespace LlmSizing.Benchmarks;

/// <summary>Prints one table of ratios against floors of the same run; the exit code is 1 when a bar is missed.</summary>
internal static class Program
{
    private static int Main()
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var table = new Table();
        PlannerBenchmarks.Run(table);
        Console.WriteLine(table.Missed == 0 ? "Every bar is cleared." : $"{table.Missed} bars are missed.");
        return table.Missed == 0 ? 0 : 1;
    }
}
