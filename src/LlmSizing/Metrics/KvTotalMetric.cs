using System.Collections.Generic;

namespace LlmSizing;

/// <summary>KV cache of all sessions.</summary>
public sealed class KvTotalMetric : Metric
{
    /// <inheritdoc/>
    public override string Id => "kv_total_gib";

    /// <inheritdoc/>
    public override string Unit => "GiB";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    public override object? Value(ScenarioResult result) => result.KvTotalGib;

    /// <inheritdoc/>
    public override long? Bytes(ScenarioResult result) => result.KvTotalBytes;

    /// <inheritdoc/>
    public override string Display(ScenarioResult result, Texts texts) => Sentence(result, texts, "display");

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => ["kv_total_gib = kv_per_session_gib × concurrency"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        new("kv_per_session_gib", ResultText.KvPerSession(result)),
        new("concurrency", result.Concurrency),
    ];
}
