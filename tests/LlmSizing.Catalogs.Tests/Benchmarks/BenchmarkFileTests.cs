using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Benchmarks;

/// <summary>Results of the tools, read as the tools mean them.</summary>
public sealed class BenchmarkFileTests
{
    [Fact]
    public void A_result_of_vllm_is_one_run()
    {
        BenchmarkRun run = Read(BenchmarkSamples.Vllm).Single();

        Assert.Equal("vllm bench serve", run.Tool);
        Assert.Equal("meta-llama/Llama-3.1-8B-Instruct", run.Model);
        Assert.Equal("vllm", run.Engine);
        Assert.Equal((32, 1024, 256, 320), (run.Load.MaxConcurrency, run.Load.InputTokens, run.Load.OutputTokens, run.Load.Completed));
        Assert.Null(run.Load.RequestRate);
        Assert.Equal((210.5, 190.25, 300, null, 402), (run.Ttft.Mean, run.Ttft.Median, run.Ttft.P90, run.Ttft.P95, run.Ttft.P99));
        Assert.Equal((11.5, 11.4), (run.Tpot.Mean, run.Itl.Mean));
        Assert.Null(run.EndToEnd.Typical);
        Assert.Equal(210.5 + (255 * 11.5), run.RequestMs);
        Assert.Equal(819.2, run.Throughput.OutputTokensPerSecond);
        Assert.Equal(32, run.InFlight);
        Assert.Contains("(output - 1)", run.TpotDefinition, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_sglang_appends_to_is_several_runs()
    {
        IReadOnlyList<BenchmarkRun> runs = Read(BenchmarkSamples.Sglang);

        Assert.Equal(2, runs.Count);
        Assert.All(runs, run => Assert.Equal("sglang.bench_serving", run.Tool));
        Assert.Equal((16, null, 1024, 128), (runs[0].Load.MaxConcurrency, runs[0].Load.RequestRate, runs[0].Load.InputTokens, runs[0].Load.OutputTokens));
        Assert.Equal((7800, 61), (runs[0].EndToEnd.Mean, runs[0].Itl.P95));
        Assert.Equal((4.0, 19.5), (runs[1].Load.RequestRate, runs[1].InFlight));
    }

    [Fact]
    public void An_appended_file_of_vllm_is_several_runs()
    {
        string line = BenchmarkSamples.Vllm.Replace("\n", "", StringComparison.Ordinal);

        Assert.Equal(3, Read(line + "\n" + line + "\r\n\n" + line).Count);
    }

    [Fact]
    public void Requests_in_flight_follow_from_their_rate_and_time_where_no_cap_is_stated()
    {
        BenchmarkRun run = Read(BenchmarkSamples.Vllm.Replace("\"max_concurrency\": 32", "\"max_concurrency\": null", StringComparison.Ordinal)).Single();

        Assert.Equal(3.2 * (210.5 + (255 * 11.5)) / 1000, run.InFlight!.Value, 9);
    }

    [Fact]
    public void A_table_of_genai_perf_keeps_its_grouped_numbers()
    {
        BenchmarkRun run = Read(BenchmarkSamples.GenaiPerf).Single();

        Assert.Equal("genai-perf", run.Tool);
        Assert.Equal((1146.5, 640.07, 3215.06, 3349.56, 3457.97), (run.Ttft.Mean, run.Ttft.Median, run.Ttft.P90, run.Ttft.P95, run.Ttft.P99));
        Assert.Equal((30.35, null), (run.Tpot.Mean, run.Itl.Mean));
        Assert.Equal((3000.05, 174.45, 40), (run.Load.InputTokens, run.Load.OutputTokens, run.Load.Completed));
        Assert.Equal(1.5 * 6.4062, run.InFlight!.Value, 9);
        Assert.Equal(261.25, run.Throughput.OutputTokensPerSecond);
    }

    [Fact]
    public void A_table_of_aiperf_is_told_from_its_predecessors()
    {
        BenchmarkRun run = Read(BenchmarkSamples.Aiperf).Single();

        Assert.Equal("aiperf", run.Tool);
        Assert.Equal((165.73, 12.57, 1762.12), (run.Ttft.Mean, run.Tpot.Mean, run.EndToEnd.Mean));
        Assert.Equal((70, 61.7), (run.Load.Completed, run.Load.DurationSeconds));
    }

    [Fact]
    public void Every_test_of_llama_bench_is_a_run_of_one_request()
    {
        IReadOnlyList<BenchmarkRun> runs = Read(BenchmarkSamples.LlamaBench);

        Assert.Equal(["Qwen3-8B-Q4_K_M", "Qwen3-8B-Q4_K_M", "qwen3 8B Q4_K - Medium"], runs.Select(run => run.Model));
        Assert.All(runs, run => Assert.Equal((1, "llama.cpp"), (run.InFlight, run.Engine)));
        Assert.Equal((102.4, null), (runs[0].Ttft.Mean, runs[0].Tpot.Mean));
        Assert.Equal((8.0, 4096), (runs[1].Tpot.Mean, runs[1].Load.CachedTokens));
        Assert.Equal(1000, runs[2].EndToEnd.Mean);
    }

    [Fact]
    public void Times_of_every_token_are_passed_over()
    {
        string detailed = BenchmarkSamples.Vllm.Replace("\"num_prompts\"", $"\"itls\": [[{string.Join(", ", Enumerable.Repeat("0.0115", 100_000))}]], \"errors\": [\"\"], \"num_prompts\"", StringComparison.Ordinal);

        Assert.Equal(11.5, Read(detailed).Single().Tpot.Mean);
    }

    [Fact]
    public void What_a_run_does_not_state_is_null_not_zero()
    {
        BenchmarkRun run = Read("""{"request_throughput": 0.0, "completed": 0, "mean_ttft_ms": NaN, "model_id": null, "max_concurrency": 0}""").Single();

        Assert.Equal((null, null, null, null, null), (run.Model, run.Engine, run.Load.InputTokens, run.Ttft.Typical, run.InFlight));
    }

    [Theory]
    [InlineData("", "no content")]
    [InlineData(" \n\t", "no content")]
    [InlineData("[]", "no run")]
    [InlineData("[1]", "Line 1: a run should be here")]
    [InlineData("{\"a\": 1}", "Line 1: this is no run of vllm bench serve")]
    [InlineData("{\"request_throughput\": 1", "line 1")]
    [InlineData("{\"request_throughput\": 1}\n{\"request_throughput\": }", "line 2, byte 24")]
    [InlineData("{\"request_throughput\": 1}\n\n{\"request_throughput\": \"fast\"}", "Line 3: request_throughput should be a number")]
    [InlineData("{\"request_throughput\": -1}", "request_throughput should be a number")]
    [InlineData("{\"request_throughput\": 1e300}", "request_throughput should be a number")]
    [InlineData("{\"request_throughput\": 1, \"completed\": 1.5}", "completed should be a whole number")]
    [InlineData("{\"request_throughput\": 1, \"mean_ttft_ms\": [1]}", "mean_ttft_ms should be a number")]
    [InlineData("{\"request_throughput\": 1, \"request_throughput\": 2}", "comes twice")]
    [InlineData("[{\"avg_ts\": 0, \"n_prompt\": 1}]", "avg_ts should be above 0")]
    [InlineData("[{\"avg_ts\": 5}]", "neither n_prompt nor n_gen")]
    [InlineData("hello", "no result of GenAI-Perf")]
    [InlineData("Metric,avg\nRequest Latency (ms),\"1,5\"", "Line 2: '1,5' is no number")]
    [InlineData("Metric,avg\nRequest Latency (ms),-3", "Line 2: '-3' is no number")]
    [InlineData("Metric,avg\nRequest Latency (hours),3", "has the unit 'hours'")]
    [InlineData("Metric,avg\nRequest Latency (ms),3,4", "more cells")]
    [InlineData("Metric,avg\nRequest Latency (ms),3\nRequest Latency (ms),3", "Line 3: 'Request Latency' is there twice")]
    [InlineData("Metric,avg\nRequest Latency (ms),\"3", "Line 2: The quote that opens here is not closed")]
    public void What_is_no_result_is_refused_with_its_place(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<ImportException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_as_deep_or_as_wide_as_an_attack_is_refused_at_once()
    {
        Assert.Throws<ImportException>(() => Read("{\"request_throughput\": " + new string('[', 1_000_000)));
        Assert.Throws<ImportException>(() => Read(new string('[', 1_000_000)));
        Assert.Throws<ImportException>(() => Read("Metric," + new string(',', 100_000)));
        Assert.Throws<ImportException>(() => Read("Metric," + new string('a', 5_000_000)));
        Assert.Throws<ImportException>(() => BenchmarkFile.Parse([0x4D, 0xFF, 0xFE, 0x0A]));
    }

    [Fact]
    public void Damage_is_read_or_refused_and_never_anything_else()
    {
        foreach (string sample in new[] { BenchmarkSamples.Vllm, BenchmarkSamples.Sglang, BenchmarkSamples.GenaiPerf, BenchmarkSamples.Aiperf, BenchmarkSamples.LlamaBench })
        {
            var mutations = new Mutations(20260301);
            for (int i = 0; i < 400; i++)
            {
                string damaged = mutations.Damage(sample);
                Exception? error = Record.Exception(() => Read(damaged));
                Assert.True(error is null or ImportException, $"{error}\n{damaged}");
            }
        }
    }

    [Fact]
    public void A_file_that_is_missing_or_too_large_is_refused()
    {
        using var folder = new TempFolder();
        string large = folder.PathOf("large.json");
        using (System.IO.FileStream stream = System.IO.File.Create(large))
        {
            stream.SetLength(BenchmarkFile.LargestBytes + 1L);
        }

        Assert.Contains("more than", Assert.Throws<ImportException>(() => BenchmarkFile.Read(large)).Message, StringComparison.Ordinal);
        Assert.Contains("no file", Assert.Throws<ImportException>(() => BenchmarkFile.Read(folder.PathOf("none.json"))).Message, StringComparison.Ordinal);
        Assert.Single(BenchmarkFile.Read(folder.Write("with-mark.json", "\uFEFF" + BenchmarkSamples.Vllm)));
    }

    private static IReadOnlyList<BenchmarkRun> Read(string text) => BenchmarkFile.Parse(new UTF8Encoding(false).GetBytes(text));
}
