using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Sessions that fit one replica.</summary>
public sealed class SessionsPerReplicaMetric : PlacedCountMetric
{
    /// <inheritdoc/>
    public override string Id => "sessions_per_replica";

    /// <inheritdoc/>
    public override string Unit => "sessions";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.More;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => ["sessions_per_replica = floor(kv_per_gpu_gib × kv_budget_ratio / kv_per_session_per_gpu_gib) × data_parallel"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => 
    [
        Gib("kv_per_gpu_gib", PlanOf(result).KvPerGpuBytes),
        new("kv_budget_ratio", ResultText.Ratio(result.Capacity.KvBudgetRatioBillionths)),
        Gib("kv_per_session_per_gpu_gib", PlanOf(result).Binding.SessionBytes),
        new("data_parallel", PlanOf(result).Placement.DataParallel),
    ];

    /// <inheritdoc/>
    protected override string Interpret(ScenarioResult result, Texts texts) => Sentence(result, texts, result.Capacity.IsSessionHeld ? "interpretation" : "infeasible");

    private protected override long CountOf(ScenarioResult result) => result.Capacity.SessionsPerReplica;
}
