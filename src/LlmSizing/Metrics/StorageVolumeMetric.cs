using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What is kept on storage: versions of the model, checkpoints and logs, in TB (10^12 bytes).</summary>
public sealed class StorageVolumeMetric : StorageMetric
{
    private const double Tb = 1e12;

    /// <inheritdoc/>
    public override string Id => "storage_volume_tb";

    /// <inheritdoc/>
    public override string Unit => "TB";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    public override long? Bytes(ScenarioResult result) => new StorageOutlook(result).VolumeBytes;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
        ["storage_volume_tb = weights × model_versions × (1 + version_margin_ratio) + weights × checkpoint_count + log_gb_per_day × retention_days"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result)
    {
        StorageWorkload workload = result.Request.StorageWorkload!;
        yield return new("weights_gib", NumberText.Rounded(new Rational(new StorageOutlook(result).WeightBytes, ByteUnits.GiB), 4));
        yield return new("model_versions", workload.ModelVersions ?? 0);
        yield return new("version_margin_ratio", ResultText.Trimmed(workload.VersionMarginRatio ?? 0));
        yield return new("checkpoint_count", workload.CheckpointCount ?? 0);
        yield return new("log_gb_per_day", ResultText.Trimmed(workload.LogGbPerDay ?? 0));
        yield return new("retention_days", ResultText.Trimmed(workload.RetentionDays ?? 0));
    }

    private protected override bool IsAsked(SizingRequest request, StorageWorkload workload) => workload.HasVolume;

    private protected override object? NumberOf(StorageOutlook outlook) => outlook.VolumeBytes / Tb;

    private protected override string Show(object number) => SecondsText.Fixed((double)number, 3) + " TB";

    private protected override string PartOf(StorageOutlook outlook) => outlook.IsShared ? "shared" : "interpretation";
}
