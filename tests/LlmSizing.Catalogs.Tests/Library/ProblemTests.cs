using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Library;

public sealed class ProblemTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_problem_of_every_file_is_there_in_one_run_in_the_order_of_the_lines()
    {
        string first = folder.Write("a.yaml", """
            servers:
              - name: a b
                gpus: many
                hbm_per_gpu: 80
                source: []
              - name: good
                gpus: 1
                hbm_per_gpu_gb: 80
                source: [x]
              - gpus: 0
            colour: blue
            """);
        string second = folder.Write("b.yaml", "models: [");
        IReadOnlyList<CatalogProblem> problems = CatalogChecker.Check([folder.Path]);
        Assert.Equal(
            [
                (first, 2, "servers[0].hbm_per_gpu_gb", "missing_field"), (first, 2, "servers[0].name", "bad_name"), (first, 3, "servers[0].gpus", "not_a_number"),
                (first, 4, "servers[0].hbm_per_gpu", "unknown_key"), (first, 5, "servers[0].source", "empty_value"),
                (first, 10, "servers[2].name", "missing_field"), (first, 10, "servers[2].hbm_per_gpu_gb", "missing_field"), (first, 10, "servers[2].source", "missing_field"),
                (first, 10, "servers[2].gpus", "out_of_range"), (first, 11, "colour", "unknown_key"),
                (second, 1, null, "syntax"),
            ],
            problems.Select(problem => (problem.Path, (int)problem.Line, problem.Field, problem.Code)));
        Assert.Equal(("a b", null, null), (problems[0].Entry, problems[5].Entry, problems[9].Entry));
    }

    [Fact]
    public void A_problem_on_one_line_starts_with_a_place_that_editors_open()
    {
        string path = folder.Write("a.yaml", Samples.Spoil(Samples.Models, 5, "      - { layout: full, count: 24, num_key_value_heads: 8, head_dims: 64 }"));
        CatalogProblem problem = Assert.Single(CatalogChecker.Check([path]), problem => problem.Code == "unknown_key");
        Assert.Equal($"{path}:5:60: models[0].layers[0].head_dims: 'head_dims' is not a field here. Did you mean 'head_dim'?", problem.ToString());
        Assert.Equal("m", problem.Entry);
        Assert.Equal($"{path}x: There is no such file or folder. Write the path of a catalog file or of a folder with such files.", Assert.Single(CatalogChecker.Check([path + "x"])).ToString());
    }

    [Fact]
    public void A_file_of_a_thousand_problems_is_not_read_further_and_says_so()
    {
        string path = folder.Write("a.yaml", "servers:\n" + string.Concat(Enumerable.Repeat("  - name: a\n", 2000)) + "  - { name: good, gpus: 1, hbm_per_gpu_gb: 80, source: [x] }\n");
        IReadOnlyList<CatalogProblem> problems = CatalogChecker.Check([path]);
        Assert.Equal(1001, problems.Count);
        Assert.Equal("too_many_problems", problems[^1].Code);
        Assert.Empty(new CatalogLibrary(path).Load([]).Servers);
    }

    [Fact]
    public void What_a_file_holds_cannot_drive_a_terminal_or_fill_a_screen()
    {
        string path = folder.Write("a.yaml", "servers:\n  - \"\\e[31m\\a\\u202e" + new string('k', 1000) + "\": 1\n    name: \"\\e]0;title\\a\"\n");
        Assert.All(CatalogChecker.Check([path]), problem =>
        {
            Assert.DoesNotContain(problem.ToString(), c => char.IsControl(c) || c == '\u202e');
            Assert.True(problem.ToString().Length < 1000);
        });
    }

    [Fact]
    public void Text_in_blocks_loses_its_last_line_break_and_nothing_else()
    {
        string path = folder.Write("a.yaml", Samples.Spoil(Samples.Servers, 5, "    notes: |\n      one\n        two\n    estimate: >\n      folded\n      text\n"));
        Server server = new CatalogLibrary(path).Load([]).FindServer("s")!;
        Assert.Equal("one\n  two", server.Notes);
        Assert.Equal("folded text", server.Estimate);
    }
}
