using System.Collections.Generic;
using System.Linq;
using LlmSizing.Tests.Engines;
using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Performance;

/// <summary>Factors that are fitted to benchmark runs.</summary>
public class BenchmarkTuningTests
{
    private static readonly Tuning Base = new(
        new EntryInfo("any"), null, null, null,
        [new(TuningConstants.WeightBandwidth, 0.8), new(TuningConstants.Compute16, 0.6), new(TuningConstants.Step, 300), new(TuningConstants.Request, 5000), new(TuningConstants.Burst, 0.2)], []);

    public static TheoryData<double, double> Factors => new() { { 1.3, 0.8 }, { 1, 1 }, { 0.9, 4 }, { 5, 1 } };

    [Theory]
    [MemberData(nameof(Factors))]
    public void Runs_of_a_server_that_is_slower_by_two_factors_show_the_factors(double decode, double prefill)
    {
        Tuning found = BenchmarkTuning.Of("mine", [.. new[] { 1, 8, 64 }.Select(concurrency => Run(concurrency, decode, prefill))], null);

        Assert.Equal(("vllm", "hopper", null), (found.Engine, found.GpuGeneration, found.Release));
        Assert.Equal([TuningConstants.Decode, TuningConstants.Prefill], found.Constants.Select(constant => constant.Key));
        Assert.Equal(decode, found.Constants[0].Value, decode * 0.002);
        Assert.Equal(prefill, found.Constants[1].Value, prefill * 0.002);
        TuningCase one = Assert.Single(found.Cases);
        Assert.Equal(3, one.Rows);
        Assert.InRange(one.TpotPercent!.Value, 0, 0.2m);
        Assert.Null(one.LeftOutTpotPercent);
    }

    [Fact]
    public void What_is_predicted_with_the_factors_is_what_was_measured()
    {
        BenchmarkPrediction run = Run(16, 1.4, 1.7);
        Tuning found = BenchmarkTuning.Of("mine", [run], null);

        var again = new BenchmarkPrediction(run.Run, new PerformancePlan(run.Plan.Node, [Base, found]));

        Assert.Equal(run.Run.Tpot.Mean!.Value, again.TpotMs, run.Run.Tpot.Mean.Value * 0.01);
        Assert.Equal(run.Run.Ttft.Mean!.Value, again.TtftMs, run.Run.Ttft.Mean.Value * 0.01);
        Assert.Equal(TuningChoice.Calibrated, again.Plan.Choice.Confidence);
    }

    [Fact]
    public void A_factor_that_no_run_determines_stays()
    {
        BenchmarkPrediction run = Run(1, 1.5, 3);

        Tuning found = BenchmarkTuning.Of("mine", [Of(run.Run.Load, new LatencySummary(), run.Run.Tpot)], null);

        Assert.Equal(1.5, found.Constants[0].Value, 0.01);
        Assert.Equal(1, found.Constants[1].Value, 0.001);
        Assert.Null(found.Cases[0].TtftPercent);
    }

    [Fact]
    public void A_tool_without_a_server_is_predicted_without_the_cost_of_requests()
    {
        var load = new BenchmarkLoad(maxConcurrency: 1, inputTokens: 512, outputTokens: 1);
        double served = Of(load, new LatencySummary(mean: 90), new LatencySummary()).TtftMs;
        double bare = Of(load, new LatencySummary(mean: 90), new LatencySummary(), BenchmarkTool.LlamaBench).TtftMs;

        Assert.Equal(5, served - bare, 9);
    }

    [Theory]
    [InlineData(0.1, "datasheet")]
    [InlineData(1e6, "factor of 8")]
    [InlineData(0, "states")]
    public void A_run_that_cannot_be_is_refused(double milliseconds, string reason)
    {
        BenchmarkPrediction run = Of(new BenchmarkLoad(maxConcurrency: 1, inputTokens: 1000, outputTokens: 100), new LatencySummary(), new LatencySummary(mean: milliseconds));

        Assert.Contains(reason, Assert.Throws<SizingException>(() => BenchmarkTuning.Of("mine", [run], null)).Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_on_two_placements_is_refused()
    {
        BenchmarkPrediction run = Run(1, 1, 1);

        Assert.Contains("one placement", Assert.Throws<SizingException>(() => BenchmarkTuning.Of("mine", [run, new BenchmarkPrediction(run.Run, run.Plan)], null)).Message, System.StringComparison.Ordinal);
        Assert.Throws<SizingException>(() => BenchmarkTuning.Of("mine", [], null));
    }

    // What a server that needs the factors would measure.
    private static BenchmarkPrediction Run(int concurrency, double decode, double prefill)
    {
        var load = new BenchmarkLoad(maxConcurrency: concurrency, inputTokens: 2000, outputTokens: 300);
        BenchmarkPrediction plain = Of(load, new LatencySummary(), new LatencySummary(mean: 1));
        EngineTuning slower = plain.Plan.Choice.Tuning.With(new(TuningConstants.Decode, decode), new(TuningConstants.Prefill, prefill));
        SteadyState state = new(plain.Plan.Times.With(slower), plain.PerRank, 2000, 300, 1000);
        return Of(load, new LatencySummary(mean: state.TtftSeconds * 1000), new LatencySummary(mean: state.TpotSeconds * 1000));
    }

    private static BenchmarkPrediction Of(BenchmarkLoad load, LatencySummary ttft, LatencySummary tpot, BenchmarkTool? tool = null)
    {
        NodePlan node = Placed.Plan(Placed.Llama70B(), new Placement(8), SteadyStateTests.H100, deployment: new Deployment(Served.Vllm, calibration: Measured.Calibration));
        var run = new BenchmarkRun(tool ?? BenchmarkTool.VllmBenchServe, "llama", null, load, ttft, tpot, LatencySummary.None, LatencySummary.None, new BenchmarkThroughput());
        return new BenchmarkPrediction(run, new PerformancePlan(node, [Base]));
    }
}
