using System;
using System.Globalization;

namespace LlmSizing.Benchmarks;

/// <summary>Prints one table of ratios against floors of the same run; the exit code is 1 when a bar is missed.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is [Probe.Switch, string probe])
        {
            Console.Write(Probe.Run(probe).ToString(CultureInfo.InvariantCulture));
            return 0;
        }
        StagedModule.ResolveCatalogs();
        var table = new Table();
        PlannerBenchmarks.Run(table);
        ReportBenchmarks.Run(table);
        GgufBenchmarks.Run(table);
        ModuleBenchmarks.Run(table);
        Console.WriteLine();
        Console.WriteLine(table.Missed == 0 ? "Every bar is cleared." : $"{table.Missed} bars are missed.");
        return table.Missed == 0 ? 0 : 1;
    }
}
