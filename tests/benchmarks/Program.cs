using System;
using System.Globalization;

namespace LlmSizing.Benchmarks;

/// <summary>Prints one table of ratios against floors of the same run; the exit code is 1 when a bar is missed.</summary>
internal static class Program
{
    private static readonly (string Name, Action<Table> Run)[] Groups =
    [
        ("planner", PlannerBenchmarks.Run), ("choosing", ChoosingBenchmarks.Run), ("placements", PlacementBenchmarks.Run), ("simulation", SimulationBenchmarks.Run), ("report", ReportBenchmarks.Run), ("import", ImportBenchmarks.Run), ("gguf", GgufBenchmarks.Run), ("module", ModuleBenchmarks.Run), ("wide", WideBenchmarks.Run),
    ];

    private static int Main(string[] arguments)
    {
        if (arguments is [Probe.Switch, string probe])
        {
            Console.Write(Probe.Run(probe).ToString(CultureInfo.InvariantCulture));
            return 0;
        }
        if (Array.Find(arguments, argument => !Array.Exists(Groups, group => group.Name == argument)) is string unknown)
        {
            Console.Error.WriteLine($"There is no group '{unknown}': {string.Join(", ", Array.ConvertAll(Groups, group => group.Name))}.");
            return 2;
        }
        StagedModule.ResolveCatalogs();
        var table = new Table();
        foreach ((string name, Action<Table> run) in Groups)
        {
            if (arguments.Length == 0 || Array.IndexOf(arguments, name) >= 0)
            {
                run(table);
            }
        }
        Console.WriteLine();
        Console.WriteLine(table.Missed == 0 ? "Every bar is cleared." : $"{table.Missed} bars are missed.");
        return table.Missed == 0 ? 0 : 1;
    }
}
