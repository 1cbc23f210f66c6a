using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Memory of the node that may hold KV cache.</summary>
public sealed class KvBudgetMetric : Metric
{
    /// <inheritdoc/>
    public override string Id => "kv_budget_gib";

    /// <inheritdoc/>
    public override string Unit => "GiB";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.More;

    /// <inheritdoc/>
    public override object? Value(ScenarioResult result) => result.KvBudgetGib;

    /// <inheritdoc/>
    public override long? Bytes(ScenarioResult result) => result.KvBudgetBytes;

    /// <inheritdoc/>
    public override string Display(ScenarioResult result, Texts texts) => NumberText.Fixed(result.ExactKvBudgetGib, 1) + " GiB";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
        ["kv_budget_gib = max(0, (hbm_total_gib - runtime_overhead_gib) × kv_budget_ratio)"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        new("hbm_total_gib", NumberText.Rounded(new Rational(result.HbmTotalBytes, ByteUnits.GiB), 2)),
        new("runtime_overhead_gib", ResultText.Trimmed(result.RuntimeOverheadGib)),
        .. result.Request.Plan is NodePlan plan ? new RationaleInput[] { new("busy_gpus", plan.Layout.BusyGpus) } : [],
        new("kv_budget_ratio", ResultText.Ratio(result.Capacity.KvBudgetRatioBillionths)),
        new("available_after_overhead_gib", NumberText.Rounded(result.ExactAvailableGib, 2)),
    ];

    /// <inheritdoc/>
    protected override string Interpret(ScenarioResult result, Texts texts) =>
        Sentence(result, texts, result.ExactAvailableGib.Numerator.Sign <= 0 ? "nothing_left" : result.Request.Plan is null ? "interpretation" : "placed");
}
