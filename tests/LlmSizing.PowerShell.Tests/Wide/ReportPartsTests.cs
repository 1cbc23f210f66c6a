using System;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Wide;

/// <summary>Reports of the parts of a grid, one behind the other, are the bytes of the whole's.</summary>
public sealed class ReportPartsTests(Session session) : IClassFixture<Session>
{
    // 12 combinations.
    private const string Grid = "Invoke-LlmSizing opt-oss-20b, opt-oss-120b dgx-h100, dgx-b200 -Concurrency 1, 20, 300 -EffectiveContext 8192";

    // A model without weights cannot be placed: the first half of the combinations are errors.
    private const string ErrorsFirst = "Invoke-LlmSizing (Get-LlmModel | Where-Object { -not $_.Architecture })[0], qwen3-8b dgx-h100 -Concurrency (1..5) -EffectiveContext 8192 -TensorParallel 2 -ErrorAction SilentlyContinue";

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (string format in new[] { "Csv", "JsonLines" })
            {
                foreach (int of in new[] { 1, 2, 5, 11, 12, 13, 50 })
                {
                    cases.Add(format, of);
                }
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Strings_join_to_the_whole(string format, int of) => Assert.Equal(
        session.Run($"{Grid} | Format-SizingReport {format} -Culture en-US").Lines.Single(),
        string.Concat(session.Run($"foreach ($n in 1..{of}) {{ {Grid} -Shard $n/{of} | Format-SizingReport {format} -Culture en-US -Shard $n/{of} }}").Lines));

    [Theory]
    [InlineData("csv", 5)]
    [InlineData("jsonl", 20)]
    public void Files_join_to_the_whole_and_an_empty_part_is_a_file(string extension, int of)
    {
        using var folder = new TempFolder();
        _ = session.Run($"{Grid} | Export-SizingReport $args[0] -Culture pt-BR", folder.File("whole." + extension)).Clean;
        string[] parts = [.. Enumerable.Range(1, of).Select(n => folder.File($"{n}.{extension}"))];
        for (int n = 1; n <= of; n++)
        {
            _ = session.Run($"{Grid} -Shard {n}/{of} -ThrottleLimit 2 | Export-SizingReport $args[0] -Culture pt-BR -Shard {n}/{of}", parts[n - 1]).Clean;
        }
        Assert.Equal(File.ReadAllBytes(folder.File("whole." + extension)), parts.SelectMany(File.ReadAllBytes).ToArray());
    }

    [Theory]
    [InlineData("Csv")]
    [InlineData("JsonLines")]
    public void A_first_part_of_errors_alone_keeps_the_header(string format) => Assert.Equal(
        session.Run($"{ErrorsFirst} | Format-SizingReport {format} -Culture en-US").Output.Single()!.ToString(),
        string.Concat(session.Run($"foreach ($n in 1..4) {{ {ErrorsFirst} -Shard $n/4 | Format-SizingReport {format} -Culture en-US -Shard $n/4 }}").Output));

    [Theory]
    [InlineData("Text")]
    [InlineData("Markdown")]
    [InlineData("Json")]
    public void A_page_has_no_parts(string format)
    {
        RunResult refused = session.Run($"{Grid} | Format-SizingReport {format} -Shard 1/2");
        Assert.StartsWith("FormatHasNoParts,", refused.Error.FullyQualifiedErrorId);
        Assert.Contains("Csv, JsonLines", refused.Error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void An_extension_of_a_page_has_no_parts_either_and_leaves_no_file()
    {
        using var folder = new TempFolder();
        Assert.StartsWith("FormatHasNoParts,", session.Run($"{Grid} | Export-SizingReport $args[0] -Shard 1/2", folder.File("a.md")).Error.FullyQualifiedErrorId);
        Assert.False(File.Exists(folder.File("a.md")));
    }

    [Fact]
    public void The_script_of_the_examples_writes_parts_that_join()
    {
        using var folder = new TempFolder();
        string script = Repository.PathOf("docs/examples/sweep.ps1");
        const string Call = "& $args[0] -Module $args[1] -Folder $args[2] -Shard $args[3]";
        _ = session.Run(Call, script, Repository.Manifest, Folder(folder, "whole"), "1/1").Clean;
        foreach (int n in Enumerable.Range(1, 3))
        {
            _ = session.Run(Call + " -ThrottleLimit 2", script, Repository.Manifest, Folder(folder, "parts"), $"{n}/3").Clean;
        }
        byte[] whole = File.ReadAllBytes(Path.Combine(folder.File("whole"), "sizing-0000001.csv"));
        Assert.True(whole.Length > 100_000);
        Assert.Equal(whole, Directory.EnumerateFiles(folder.File("parts")).Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes).ToArray());
    }

    private static string Folder(TempFolder folder, string name) => Directory.CreateDirectory(folder.File(name)).FullName;
}
