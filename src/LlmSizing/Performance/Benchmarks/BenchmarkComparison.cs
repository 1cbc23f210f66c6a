using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A quantity of a benchmark as it was measured and as it is predicted.</summary>
public sealed class BenchmarkComparison
{
    private readonly BenchmarkQuantity quantity;
    private readonly BenchmarkPrediction prediction;
    private readonly Texts texts;

    private BenchmarkComparison(BenchmarkQuantity quantity, LatencySummary measured, BenchmarkPrediction prediction, Texts texts)
    {
        this.quantity = quantity;
        this.prediction = prediction;
        this.texts = texts;
        double seen = measured.Typical!.Value;
        double value = quantity.PredictedBy(prediction);
        Tool = prediction.Run.Tool;
        Model = prediction.Plan.Node.Model.Name;
        Server = prediction.Plan.Node.Server.Name;
        Placement = prediction.Plan.Node.Placement.ToString();
        Engine = prediction.Plan.Node.Deployment.Engine.Name;
        Concurrency = Rounded(prediction.InFlight);
        InputTokens = prediction.State.InputTokens;
        OutputTokens = prediction.State.OutputTokens;
        Quantity = quantity.Id;
        Measured = Rounded(seen);
        Predicted = Rounded(value);
        DifferencePercent = seen > 0 ? decimal.Round((decimal)((value - seen) / seen * 100), 1) : null;
        Unit = quantity.Unit;
        Statistic = measured.TypicalName!;
        Confidence = prediction.Plan.Choice.Confidence;
    }

    /// <summary>The tool that measured.</summary>
    public string Tool { get; }

    /// <summary>The model that the prediction is of.</summary>
    public string Model { get; }

    /// <summary>The server that the prediction is of.</summary>
    public string Server { get; }

    /// <summary>How the replica is taken to lie on GPUs.</summary>
    public string Placement { get; }

    /// <summary>The engine that the prediction is of.</summary>
    public string Engine { get; }

    /// <summary>Requests in flight: as stated, or by Little's law.</summary>
    public decimal Concurrency { get; }

    /// <summary>Tokens of a prompt.</summary>
    public long InputTokens { get; }

    /// <summary>Tokens of an answer.</summary>
    public long OutputTokens { get; }

    /// <summary>The quantity: ttft, tpot, itl, end_to_end, requests_per_second or output_tokens_per_second.</summary>
    public string Quantity { get; }

    /// <summary>What was measured, in <see cref="Unit"/>.</summary>
    public decimal Measured { get; }

    /// <summary>What is predicted, in <see cref="Unit"/>.</summary>
    public decimal Predicted { get; }

    /// <summary>Predicted less measured in percent of what was measured; null where that is 0.</summary>
    public decimal? DifferencePercent { get; }

    /// <summary>ms (milliseconds), requests/s or tokens/s.</summary>
    public string Unit { get; }

    /// <summary>What the measured number is over the run's requests: mean or median.</summary>
    public string Statistic { get; }

    /// <summary>How sure the prediction is: calibrated, transferred or datasheet.</summary>
    public string Confidence { get; }

    /// <summary>Why the prediction is what it is, and what the tool means by the quantity.</summary>
    public Rationale Rationale => new([quantity.Formula], Inputs(), Interpretation());

    /// <summary>Holds a run against its prediction, a row for each quantity that it states.</summary>
    /// <param name="prediction">The run and its prediction.</param>
    /// <param name="texts">The language of the rationales.</param>
    public static IReadOnlyList<BenchmarkComparison> Of(BenchmarkPrediction prediction, Texts texts) => BenchmarkQuantity.All
        .Select(quantity => (Quantity: quantity, Measured: quantity.MeasuredBy(prediction.Run)))
        .Where(row => row.Measured.Typical is not null)
        .Select(row => new BenchmarkComparison(row.Quantity, row.Measured, prediction, texts))
        .ToArray();

    /// <summary>The quantity, measured and predicted.</summary>
    public override string ToString() => $"{Quantity} {NumberText.AsWritten(Measured)} {Unit} measured, {NumberText.AsWritten(Predicted)} predicted";

    private IEnumerable<RationaleInput> Inputs() =>
    [
        new("placement", Placement),
        new("engine", prediction.Plan.Node.Deployment.ToString()),
        new("requests_in_flight", Concurrency),
        new("requests_per_rank", prediction.PerRank),
        new("requests_running_per_rank", prediction.State.Running),
        new("confidence", Confidence),
        new("expected_tpot_error_percent", prediction.Plan.Choice.TpotErrorPercent ?? (object)"unknown"),
        new("expected_ttft_error_percent", prediction.Plan.Choice.TtftErrorPercent ?? (object)"unknown"),
        new("input_tokens", InputTokens),
        new("output_tokens", OutputTokens),
        new("decode_step_ms", Rounded(prediction.State.DecodeStepSeconds * 1000)),
        new("prompt_ms", Rounded(prediction.State.PromptSeconds * 1000)),
        new("admission_ms", Rounded(prediction.State.AdmissionSeconds * 1000)),
    ];

    private string Interpretation() => texts.Format($"benchmark.{Quantity}", name => name switch
    {
        "tool" => Tool,
        "definition" => prediction.Run.TpotDefinition,
        "statistic" => Statistic,
        _ => throw new ArgumentException($"No text is known for '{name}'.", nameof(name)),
    });

    // Without trailing zeros.
    private static decimal Rounded(double value) => decimal.Round((decimal)value, 4) / 1.0000000000000000000000000000m;
}
