using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests.Benchmarks;

/// <summary>Compare-BenchmarkRun: results from files, a row a quantity.</summary>
public sealed class CompareBenchmarkRunTests(Session session) : IClassFixture<Session>
{
    private static string Sample => Repository.PathOf("docs", "examples", "vllm-bench.json");

    [Fact]
    public void Every_quantity_that_a_run_states_is_a_row()
    {
        RunResult result = session.Run("Compare-BenchmarkRun $args[0] dgx-h100", Sample);

        Assert.DoesNotContain("", session.Run("(Compare-BenchmarkRun $args[0] dgx-h100).Rationale.Interpretation", Sample).Lines);
        Assert.Equal(["ttft", "tpot", "itl", "requests_per_second", "output_tokens_per_second"], result.Clean.Select(row => (string)row!.Properties["Quantity"].Value));
        Assert.All(result.Clean, row => Assert.Equal("llama-3.1-8b", row!.Properties["Model"].Value));
        Assert.All(result.Clean, row => Assert.True((decimal)row!.Properties["Predicted"].Value > 0));
    }

    [Fact]
    public void Nothing_is_predicted_faster_than_the_datasheet()
    {
        decimal[] real = Tpot("vllm");
        decimal[] ideal = Tpot("ideal");

        Assert.True(ideal[0] <= real[0]);
    }

    [Fact]
    public void A_run_is_predicted_on_every_placement_that_is_named() => Assert.Equal(
        ["tp1", "tp2"], session.Run("Compare-BenchmarkRun $args[0] dgx-h100 -TensorParallel 1, 2 | ForEach-Object Placement", Sample).Lines.Distinct());

    [Fact]
    public void Files_come_by_wildcard_and_by_pipe_and_a_bad_one_is_an_error_with_its_line()
    {
        using var folder = new TempFolder();
        folder.Write("good.json", File.ReadAllText(Sample));
        folder.Write("other.json", "{\"request_throughput\": 1}\n{\"request_throughput\": true}");

        RunResult result = session.Run("Compare-BenchmarkRun $args[0] dgx-h100", folder.File("*.json"));

        Assert.StartsWith("RunNotRead,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Line 2", result.Message, StringComparison.Ordinal);
        Assert.Equal(5, result.Output.Count);
        Assert.Equal(5, session.Run("[IO.FileInfo]$args[0] | Compare-BenchmarkRun -Server dgx-h100", folder.File("good.json")).Clean.Count);
    }

    [Fact]
    public void Brackets_in_a_files_name_are_brackets_and_a_wildcard_that_finds_nothing_is_an_error()
    {
        using var folder = new TempFolder();
        folder.Write("[1] run.json", File.ReadAllText(Sample));

        Assert.Equal(5, session.Run("[IO.FileInfo]$args[0] | Compare-BenchmarkRun -Server dgx-h100", folder.File("[1] run.json")).Clean.Count);
        Assert.StartsWith("RunNotRead,", session.Run("Compare-BenchmarkRun $args[0] dgx-h100", folder.File("*.csv")).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Metric,avg\nRequest Latency (ms),3\n", "RunModelNotFound")]
    [InlineData("{\"request_throughput\": 1, \"model_id\": \"/models/mine\"}", "RunModelNotFound")]
    [InlineData("{\"request_throughput\": 1, \"model_id\": \"meta-llama/Llama-3.1-8B\"}", "CannotSize")]
    public void What_a_run_does_not_say_is_asked_for(string text, string id)
    {
        using var folder = new TempFolder();

        Assert.StartsWith(id + ",", session.Run("Compare-BenchmarkRun $args[0] dgx-h100", folder.Write("run.txt", text)).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Compare-BenchmarkRun $args[0] dgx-h10", "ServerNotFound")]
    [InlineData("Compare-BenchmarkRun $args[0] dgx-h100 -Model nobody", "ModelNotFound")]
    [InlineData("Compare-BenchmarkRun $args[0] dgx-h100 -Engine vlm", "EngineNotFound")]
    [InlineData("Compare-BenchmarkRun /nowhere/none.json dgx-h100", "RunNotRead")]
    public void A_wrong_name_is_one_error(string script, string id) => Assert.StartsWith(id + ",", session.Run(script, Sample).Error.FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void A_test_of_llama_bench_is_compared_as_what_it_times()
    {
        using var folder = new TempFolder();
        string path = folder.Write("bench.json", "[{\"model_filename\": \"/m/Qwen3-8B-Q4_K_M.gguf\", \"n_prompt\": 512, \"n_gen\": 0, \"avg_ts\": 5000.0}, {\"model_filename\": \"/m/Qwen3-8B-Q4_K_M.gguf\", \"n_prompt\": 0, \"n_gen\": 128, \"n_depth\": 1024, \"avg_ts\": 125.0}]");

        PSObject[] rows = [.. session.Run("Compare-BenchmarkRun $args[0] dgx-h100", path).Clean!];

        Assert.Equal(["ttft 102.4", "tpot 8"], rows.Select(row => FormattableString.Invariant($"{row.Properties["Quantity"].Value} {row.Properties["Measured"].Value}")));
        Assert.All(rows, row => Assert.Equal("llama.cpp", row.Properties["Engine"].Value));
    }

    [Fact]
    public void A_calibration_makes_the_prediction_what_was_measured_for_every_command_that_takes_it()
    {
        using var folder = new TempFolder();
        string catalog = folder.Write("tunings.yaml", Assert.Single(session.Run("Compare-BenchmarkRun $args[0] dgx-h100 -Calibrate -TuningName lab", Sample).Lines));

        RunResult after = session.Run("Compare-BenchmarkRun $args[0] dgx-h100 -CatalogPath $args[1] | Where-Object Quantity -In ttft, tpot", Sample, catalog);

        Assert.Equal(2, after.Clean.Count);
        Assert.All(after.Clean, row => Assert.InRange((decimal)row!.Properties["DifferencePercent"].Value, -1, 1));
        Assert.All(after.Clean, row => Assert.Equal("calibrated", row!.Properties["Confidence"].Value));
        Assert.Equal(["calibrated"], session.Run("(Get-LlmPerformance llama-3.1-8b dgx-h100 -Concurrency 32 -InputTokens 1024 -OutputTokens 256 -CatalogPath $args[0]).Confidence", catalog).Lines);
        Assert.Equal([], session.Run("Test-LlmCatalog $args[0]", catalog).Lines);
        Assert.StartsWith("tunings:\n  - name: lab-vllm-hopper\n", File.ReadAllText(catalog), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Compare-BenchmarkRun $args[0] dgx-h100 -Calibrate -TensorParallel 1, 2", "one placement")]
    [InlineData("Compare-BenchmarkRun $args[0] dgx-h100 -Calibrate -Engine ideal", "nothing to calibrate")]
    [InlineData("Compare-BenchmarkRun $args[0] dgx-h100 -Calibrate -TuningName 'my server'", "name")]
    public void A_calibration_that_would_mislead_is_refused(string script, string reason)
    {
        RunResult result = session.Run(script, Sample);

        Assert.StartsWith("CannotSize,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(reason, result.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    private decimal[] Tpot(string engine) =>
        [.. session.Run("Compare-BenchmarkRun $args[0] dgx-h100 -Engine $args[1] | Where-Object Quantity -EQ tpot", Sample, engine).Clean.Select(row => (decimal)row!.Properties["Predicted"].Value)];
}
