using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Seconds in which a node loads the weights when it starts alone.</summary>
public sealed class ModelLoadMetric : StorageMetric
{
    /// <inheritdoc/>
    public override string Id => "model_load_seconds";

    /// <inheritdoc/>
    public override string Unit => "s";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => StorageTiming.Formula;

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => new StorageOutlook(result).Timing!.Inputs();

    private protected override bool IsAsked(SizingRequest request, StorageWorkload workload) => request.Storage is not null;

    private protected override object? NumberOf(StorageOutlook outlook) => outlook.Timing!.ColdStartSeconds;

    private protected override string Show(object number) => SecondsText.Of((double)number)!;

    private protected override string PartOf(StorageOutlook outlook) => outlook.Timing!.InitSeconds is null ? "interpretation" : "with_init";
}
