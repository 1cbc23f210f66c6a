using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace LlmSizing.Tests;

public sealed class EngineLogFuzzTests
{
    private const int Quick = 20_000;

    private static readonly string[] Pieces =
        ["\n", "\r", "\u001b[", "\u001b]", "\0", "9999999999999999999", "-", ",", ".", "GiB", "{", "'", "(", "\\", "K (", "model=", "Load weight end.", "é", "\ud800", " tokens per request: "];

    /// <summary>LLMSIZING_FUZZ sets the executions: 1000000 for a release.</summary>
    [Fact]
    public void Broken_logs_neither_throw_nor_hang_nor_grow()
    {
        int executions = int.TryParse(Environment.GetEnvironmentVariable("LLMSIZING_FUZZ"), out int asked) ? asked : Quick;
        var random = new Random(20261124);
        for (int i = 0; i < executions; i++)
        {
            string text = Mutate(LogSamples.All[random.Next(LogSamples.All.Length)], random);
            EngineLog log = Given.Log(text);
            Assert.True(log.Observations.Count <= 5000);
        }
    }

    [Fact]
    public void Huge_lines_and_markers_without_numbers_take_linear_time()
    {
        string[] hostile =
        [
            new string('x', 20_000_000),
            string.Concat(Enumerable.Repeat("Load weight end.", 1_000_000)),
            string.Concat(Enumerable.Repeat(", K (", 3_000_000)),
            "non-default args: " + new string('{', 5_000_000),
            "non-default args: {" + new string('\'', 5_000_000),
            string.Concat(Enumerable.Repeat("Available KV cache memory: 1.25 GiB\n", 100_000)),
        ];
        var watch = Stopwatch.StartNew();
        foreach (string text in hostile)
        {
            Given.Log(text);
        }
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static string Mutate(string sample, Random random)
    {
        string[] lines = sample.Split('\n');
        var text = new StringBuilder(lines[random.Next(lines.Length)] + "\n" + lines[random.Next(lines.Length)]);
        for (int changes = random.Next(1, 6); changes > 0 && text.Length > 0; changes--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, random.Next(Math.Min(text.Length - at, 40) + 1));
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(256);
                    break;
                default:
                    text.Insert(at, text.ToString(at, random.Next(Math.Min(text.Length - at, 60) + 1)));
                    break;
            }
        }
        return text.ToString();
    }
}
