using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Seconds until the last node has loaded when all nodes of the scenario start at once.</summary>
public sealed class AllNodesLoadMetric : StorageMetric
{
    /// <inheritdoc/>
    public override string Id => "all_nodes_load_seconds";

    /// <inheritdoc/>
    public override string Unit => "s";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
    [
        result.Request.StorageWorkload!.IsShared
            ? "all_nodes_load_seconds = max(nodes_final × read_bytes / throughput_read_gb_s, read_bytes / storage_nic_gb_s, weights_per_gpu_gib / pcie_gb_s, nodes_final × reads / iops_read)"
            : "all_nodes_load_seconds = model_load_seconds",
    ];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result)
    {
        var outlook = new StorageOutlook(result);
        if (outlook.Nodes is long nodes)
        {
            yield return new("nodes_final", nodes);
        }
        yield return new("storage_shared", result.Request.StorageWorkload!.IsShared ? "true" : "false");
        yield return new("read_bytes", outlook.Timing!.ReadBytes);
        yield return new("model_load_seconds", outlook.Timing.ColdStartSeconds is double seconds ? SecondsText.Rounded(seconds) : "unknown");
    }

    private protected override bool IsAsked(SizingRequest request, StorageWorkload workload) => request.Storage is not null;

    private protected override object? NumberOf(StorageOutlook outlook) => outlook.AllNodesSeconds;

    private protected override string Show(object number) => SecondsText.Of((double)number)!;

    private protected override string PartOf(StorageOutlook outlook) => outlook.IsShared ? "shared" : "interpretation";
}
