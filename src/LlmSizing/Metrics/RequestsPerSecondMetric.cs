using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Requests per second of the load, without headroom: as given, or what the sessions make on the final nodes.</summary>
public sealed class RequestsPerSecondMetric : LoadMetric
{
    /// <inheritdoc/>
    public override string Id => "requests_per_second";

    /// <inheritdoc/>
    public override string Unit => "requests/s";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => ["requests_per_second = concurrency / (response_s + think_time_s)"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        new("concurrency", result.Concurrency),
        LoadText.Input("response_s", result.Load?.Peak?.ResponseSeconds),
        LoadText.Input("think_time_s", TrafficOf(result).ThinkSecondsPerRequest),
        new("input_tokens", TrafficOf(result).InputTokens.ToString()),
        new("output_tokens", TrafficOf(result).OutputTokens.ToString()),
    ];

    private protected override string PartOf(ScenarioResult result) => TrafficOf(result).RequestsPerSecond is null ? "derived" : "interpretation";

    private protected override object? ValueOf(LoadAnswer load) => load.RequestsPerSecond;
}
