using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Requests at the same time at the peak on the nodes that carry it, waiting ones included (Little 1961).</summary>
public sealed class RequestsInFlightMetric : LoadMetric
{
    /// <inheritdoc/>
    public override string Id => "requests_in_flight";

    /// <inheritdoc/>
    public override string Unit => "requests";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
        ["requests_in_flight = requests_per_second at the peak × response_s"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        LoadText.Input("peak_requests_per_second", result.Load?.Peak?.RequestsPerSecond),
        LoadText.Input("response_s", result.Load?.Peak?.ResponseSeconds),
    ];

    private protected override object? ValueOf(LoadAnswer load) => load.Peak?.RequestsInFlight;
}
