using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace LlmSizing.Fuzz;

/// <summary>Imports damaged files: <c>TARGET EXECUTIONS [SEED]</c>. Exit code 1 at a crash, at an import of more than a second, or above 200 MB.</summary>
internal static class Program
{
    private const long MostBytes = 200_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static int Main(string[] arguments)
    {
        if (arguments.Length is not (2 or 3) || FuzzTarget.All.FirstOrDefault(target => target.Name == arguments[0]) is not FuzzTarget target
            || !int.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out int executions)
            || !int.TryParse(arguments.ElementAtOrDefault(2) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out int seed))
        {
            Console.Error.WriteLine($"usage: {string.Join("|", FuzzTarget.All.Select(known => known.Name))} EXECUTIONS [SEED]");
            return 2;
        }
        return Run(target, executions, seed);
    }

    private static int Run(FuzzTarget target, int executions, int seed)
    {
        var random = new Random(seed);
        TimeSpan slowest = default;
        int imported = 0;
        for (int i = 0; i < executions; i++)
        {
            byte[] bytes = target.Mutate(target.Seeds[random.Next(target.Seeds.Length)], random);
            long start = Stopwatch.GetTimestamp();
            try
            {
                imported += target.Import(bytes) ? 1 : 0;
            }
            catch (Exception error)
            {
                string file = $"{target.Name}-{seed}-{i}.bin";
                File.WriteAllBytes(file, bytes);
                Console.Error.WriteLine($"execution {i}, kept as {file}: {error}");
                return 1;
            }
            TimeSpan took = Stopwatch.GetElapsedTime(start);
            slowest = took > slowest ? took : slowest;
        }
        using Process process = Process.GetCurrentProcess();
        long peak = process.PeakWorkingSet64;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name}: {executions} executions of seed {seed}, {imported} imported, slowest {slowest.TotalMilliseconds:0.0} ms, peak {peak / 1_000_000} MB"));
        return slowest <= Longest && peak <= MostBytes ? 0 : 1;
    }
}
