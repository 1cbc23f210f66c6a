using System.Collections.Generic;

namespace LlmSizing;

/// <summary>GB/s that the nodes of a rolling update read together so that they load in the target, or as fast as one alone.</summary>
public sealed class RollingUpdateReadMetric : StorageMetric
{
    /// <inheritdoc/>
    public override string Id => "rolling_update_read_gb_s";

    /// <inheritdoc/>
    public override string Unit => "GB/s";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
    [
        result.Request.StorageWorkload!.MaxLoadSeconds is null
            ? "rolling_update_read_gb_s = rolling_update_nodes × read_bytes / model_load_seconds"
            : "rolling_update_read_gb_s = rolling_update_nodes × read_bytes / (max_load_seconds - init_seconds)",
    ];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result)
    {
        StorageWorkload workload = result.Request.StorageWorkload!;
        StorageTiming timing = new StorageOutlook(result).Timing!;
        yield return new("rolling_update_nodes", workload.RollingUpdateNodes!.Value);
        yield return new("read_bytes", timing.ReadBytes);
        if (workload.MaxLoadSeconds is decimal target)
        {
            yield return new("max_load_seconds", ResultText.Trimmed(target));
            yield return new("init_seconds", StorageTiming.Known(workload.InitSeconds));
        }
        else
        {
            yield return new("model_load_seconds", timing.ColdStartSeconds is double seconds ? SecondsText.Rounded(seconds) : "unknown");
        }
        yield return new("throughput_read_gb_s", StorageTiming.Known(result.Request.Storage!.ThroughputReadGbS));
    }

    private protected override bool IsAsked(SizingRequest request, StorageWorkload workload) => workload.RollingUpdateNodes is not null;

    private protected override object? NumberOf(StorageOutlook outlook) => outlook.UpdateGbS;

    private protected override string Show(object number) => SecondsText.Fixed((double)number, 2) + " GB/s";

    private protected override string PartOf(StorageOutlook outlook) =>
        outlook.UpdateGivenGbS is not double given ? "given_unknown" : outlook.UpdateGbS > given ? "beyond" : "interpretation";
}
