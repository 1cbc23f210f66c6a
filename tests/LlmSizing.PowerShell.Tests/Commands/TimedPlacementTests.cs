using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests.Commands;

public sealed class TimedPlacementTests(Session session) : IClassFixture<Session>
{
    private const string Dense = "Find-LlmPlacement llama-3.1-70b hgx-h100-8, hgx-h200-8 -Concurrency 100 -InputTokens 2000 -OutputTokens 300";

    [Fact]
    public void Times_are_those_of_the_prediction_at_the_batch() => Assert.Equal(
        ["True", "True"],
        session.Run(Dense + """
             -Goal BestTpot -MaxGpus 16 -Quantization fp8 | ForEach-Object { $_ } | Where-Object { $_.Placement -in 'tp4', 'tp8' -and $_.Server -eq 'hgx-h200-8' } | ForEach-Object {
                $p = Get-LlmPerformance $_.Model $_.Server -TensorParallel $_.TensorParallel -Quantization fp8 -InputTokens 2000 -OutputTokens 300 -Concurrency $_.Batch
                [string]($p.TtftMs -eq $_.TtftMs -and $p.TpotMs -eq $_.TpotMs)
            }
            """).Lines);

    [Fact]
    public void Precisions_are_ranked_together()
    {
        string[] found = session.Run(Dense + " -Quantization published, fp8 -KvPrecision bf16, fp8 | ForEach-Object { \"$($_.Quantization) $($_.KvPrecision)\" }").Lines;
        Assert.Equal("fp8 fp8", found[0]);
        Assert.Equal(["fp8 bf16", "fp8 fp8", "published bf16", "published fp8"], found.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("-Goal BestTtft", "The goal BestTtft compares times")]
    [InlineData("-Pareto", "Pareto compares times")]
    [InlineData("-TpotSloMs 50", "What is promised is kept by times")]
    [InlineData("-InputTokens 100", "add -InputTokens and -OutputTokens")]
    [InlineData("-Goal LowestCost", "needs what a node costs")]
    [InlineData("-Goal LowestPrice", "There is no goal")]
    [InlineData("-MaxGpus 1", "GPUs, and MaxGpus is 1.")]
    [InlineData("-InputTokens 100000 -OutputTokens 100000", "is longer than the context of 8192 tokens")]
    [InlineData("-InputTokens 4000 -OutputTokens 100 -TpotSloMs 0.1", "The nearest is")]
    public void What_cannot_be_found_is_one_error_and_says_why(string arguments, string message)
    {
        RunResult run = session.Run("Find-LlmPlacement llama-3.3-70b hgx-h100-8 -Concurrency 100 -EffectiveContext 8192 " + arguments);
        Assert.Contains(message, Assert.Single(run.Errors).ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void The_size_of_a_session_is_needed_or_the_length_of_a_request() => Assert.Contains(
        "add -EffectiveContext", session.Run("Find-LlmPlacement llama-3.3-70b hgx-h100-8 -Concurrency 100").Errors.Single().ToString());

    [Fact]
    public void Prices_of_a_catalog_decide_and_who_has_none_comes_last_with_a_warning()
    {
        using var folder = new TempFolder();
        string path = folder.Write("prices.yaml", "prices:\n  - name: hgx-h100-8\n    currency: EUR\n    price_per_hour: 20\n    source: [an invented offer]\n  - name: hgx-h200-8\n    currency: EUR\n    price_per_hour: 30\n    source: [an invented offer]\n");
        RunResult run = session.Run($"Find-LlmPlacement llama-3.1-70b hgx-b200-8, hgx-h200-8, hgx-h100-8 -Concurrency 100 -EffectiveContext 8192 -Goal LowestCost -PriceCatalog '{path}' | ForEach-Object {{ \"$($_.Server) $($_.Nodes) $($_.CostPerMonth) $($_.Currency)\" }}");
        Assert.Equal("hgx-h100-8 1 14600 EUR", run.Lines[0]);
        Assert.StartsWith("hgx-b200-8", run.Lines[^1]);
    }

    [Fact]
    public void A_front_holds_nothing_that_another_row_beats()
    {
        (double Gpus, double Ttft, double Tpot)[] rows = [.. session.Run(Dense + " -MaxGpus 32 -Pareto").Clean.Select(row => (Number(row, "TotalGpus"), Number(row, "TtftMs"), Number(row, "TpotMs")))];
        Assert.True(rows.Length > 3);
        Assert.Equal(rows.OrderBy(row => row.Gpus).ThenBy(row => row.Tpot), rows);
        Assert.All(rows, row => Assert.DoesNotContain(rows, other => other != row && other.Gpus <= row.Gpus && other.Ttft <= row.Ttft && other.Tpot <= row.Tpot));
    }

    private static double Number(PSObject? row, string name) => Convert.ToDouble(row!.Properties[name].Value, CultureInfo.InvariantCulture);
}
