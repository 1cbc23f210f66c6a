using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace LlmSizing.Catalogs.Tests.Hostile;

public class HostileFileTests(ITestOutputHelper output)
{
    private static readonly HostileFile[] All = [.. HostileNumbers.All, .. HostileFields.All, .. HostileStreams.All];

    public static TheoryData<string> Names => [.. All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_refused_with_its_place_and_what_to_write(string name)
    {
        HostileFile file = All.Single(candidate => candidate.Name == name);
        using var folder = new TempFolder();
        string path = folder.Write("bad." + file.Extension, file.Content);
        IReadOnlyList<CatalogProblem> problems = CatalogChecker.Check([path]);
        string shown = string.Join('\n', problems.Take(5).Select(problem => problem.Code + " " + problem));
        Assert.True(
            problems.Any(problem => (problem.Path, problem.Line, problem.Column, problem.Field, problem.Code) == (path, file.Line, file.Column, file.Field, file.Code)
                && problem.Suggestion.Contains(file.Suggestion, StringComparison.Ordinal)),
            shown);
        Assert.All(problems, problem => Assert.True(problem.Message.Length is > 10 and < 500 && problem.Suggestion.Length is > 6 and < 500, problem.ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_lets_no_wrong_entry_through_and_hides_no_good_one(string name)
    {
        HostileFile file = All.Single(candidate => candidate.Name == name);
        using var folder = new TempFolder();
        string bad = folder.Write("bad." + file.Extension, file.Content);
        folder.Write("good.yaml", Samples.Models.Replace("survivor", "neighbour", StringComparison.Ordinal).Replace("name: m", "name: other", StringComparison.Ordinal));
        Catalog catalog = new CatalogLibrary(folder.PathOf("none")).Load([folder.Path]);
        string[] entries = [.. catalog.Models.Concat<CatalogEntry>(catalog.Servers).Concat(catalog.Scenarios).Where(entry => entry.Source!.StartsWith(bad, StringComparison.Ordinal)).Select(entry => entry.Name)];
        Assert.Equal(["neighbour", "other"], catalog.Models.Where(model => !model.Source!.StartsWith(bad, StringComparison.Ordinal)).Select(model => model.Name).Order());
        Assert.Contains(catalog.Problems, problem => problem.Path == bad);
        // Duplicates keep the first of the two; the others keep nothing but the neighbour in their file.
        string[] expected = file.Survives ? [.. entries.Where(entry => entry == "survivor" || file.Code == "duplicate_key")] : [];
        Assert.Equal(file.Survives, entries.Contains("survivor"));
        Assert.True(file.Code is "duplicate_name" or "duplicate_alias" || expected.Length == entries.Length, string.Join(", ", entries));
    }

    [Fact]
    public void There_are_at_least_sixty_and_none_takes_a_second()
    {
        using var folder = new TempFolder();
        (double milliseconds, string name) worst = (0, "");
        foreach (HostileFile file in All)
        {
            string path = folder.Write("bad." + file.Extension, file.Content);
            var watch = Stopwatch.StartNew();
            Assert.NotEmpty(CatalogChecker.Check([path]));
            worst = watch.Elapsed.TotalMilliseconds > worst.milliseconds ? (watch.Elapsed.TotalMilliseconds, file.Name) : worst;
        }
        output.WriteLine($"{All.Length} hostile files, the worst took {worst.milliseconds:0} ms ({worst.name})");
        Assert.True(All.Length >= 60);
        // A busy build machine is slow; a parser that hangs is slower.
        Assert.True(worst.milliseconds < 10_000, $"{worst.name} took {worst.milliseconds} ms");
    }
}
