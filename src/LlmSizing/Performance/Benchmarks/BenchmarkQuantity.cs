using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A quantity that benchmarks measure and the step times predict.</summary>
public sealed class BenchmarkQuantity
{
    private readonly Func<BenchmarkRun, LatencySummary> measured;
    private readonly Func<BenchmarkPrediction, double> predicted;

    private BenchmarkQuantity(string id, string unit, string formula, Func<BenchmarkRun, LatencySummary> measured, Func<BenchmarkPrediction, double> predicted)
    {
        Id = id;
        Unit = unit;
        Formula = formula;
        this.measured = measured;
        this.predicted = predicted;
    }

    /// <summary>The quantities, in the order of the rows.</summary>
    public static IReadOnlyList<BenchmarkQuantity> All { get; } =
    [
        new("ttft", "ms", "ttft = request + own prompt + half a step + what waits in front + admission", run => run.Ttft, prediction => prediction.TtftMs),
        new("tpot", "ms", "tpot = decode_step + (1 - burst) × (requests_per_rank - 1) / output_tokens × prompt", run => run.Tpot, prediction => prediction.TpotMs),
        // The mean alone: most steps only decode, so that the median is theirs, and a piece may hold several tokens.
        new("itl", "ms", "itl = tpot, the mean over all tokens after the first", run => new LatencySummary(mean: run.Itl.Mean), prediction => prediction.TpotMs),
        new("end_to_end", "ms", "end_to_end = ttft + (output_tokens - 1) × tpot", run => run.EndToEnd, prediction => prediction.EndToEndMs),
        new("requests_per_second", "requests/s", "requests_per_second = requests_in_flight / end_to_end (Little)", run => Rate(run.Throughput.RequestsPerSecond), prediction => prediction.RequestsPerSecond),
        new("output_tokens_per_second", "tokens/s", "output_tokens_per_second = requests_per_second × output_tokens", run => Rate(run.Throughput.OutputTokensPerSecond), prediction => prediction.OutputTokensPerSecond),
    ];

    /// <summary>Its name in snake_case.</summary>
    public string Id { get; }

    /// <summary>The unit.</summary>
    public string Unit { get; }

    /// <summary>How it is predicted, in one line.</summary>
    public string Formula { get; }

    /// <summary>What a run measured; nothing where it does not state it.</summary>
    public LatencySummary MeasuredBy(BenchmarkRun run) => measured(run);

    /// <summary>The prediction.</summary>
    public double PredictedBy(BenchmarkPrediction prediction) => predicted(prediction);

    /// <summary>The name.</summary>
    public override string ToString() => Id;

    private static LatencySummary Rate(double? perSecond) => new(mean: perSecond);
}
