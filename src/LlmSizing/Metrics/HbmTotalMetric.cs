using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Memory of the node: marketed GB (10^9) in GiB (2^30).</summary>
public sealed class HbmTotalMetric : Metric
{
    /// <inheritdoc/>
    public override string Id => "hbm_total_gib";

    /// <inheritdoc/>
    public override string Unit => "GiB";

    /// <inheritdoc/>
    public override object? Value(ScenarioResult result) => result.HbmTotalGib;

    /// <inheritdoc/>
    public override long? Bytes(ScenarioResult result) => result.HbmTotalBytes;

    /// <inheritdoc/>
    public override string Display(ScenarioResult result, Texts texts) => NumberText.Gib(result.HbmTotalBytes, 1) + " GiB";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => [
        result.Request.Plan is null ? "hbm_total_gib = total_hbm_gb × (10^9 / 2^30)" : "hbm_total_gib = gpus × gpu_gib",
    ];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result)
    {
        Server server = result.Request.Server;
        if (result.Request.Plan is NodePlan plan)
        {
            return
            [
                new("server", server.Name),
                new("gpus", server.Gpus),
                new("hbm_per_gpu_gb", ResultText.Trimmed(server.HbmPerGpuGb)),
                new("gpu_gib", NumberText.Rounded(new Rational(plan.GpuBytes, ByteUnits.GiB), 4)),
            ];
        }
        return
        [
            new("server", server.Name),
            new("gpus", server.Gpus),
            new("hbm_per_gpu_gb", ResultText.Trimmed(server.HbmPerGpuGb)),
            new("total_hbm_gb", ResultText.Trimmed(server.TotalHbmGb)),
            new("gb_to_gib_factor", NumberText.Rounded(new Rational(ByteUnits.Gb, ByteUnits.GiB), 16)),
        ];
    }

    /// <inheritdoc/>
    protected override string Interpret(ScenarioResult result, Texts texts) => Sentence(result, texts, result.Request.Plan is null ? "interpretation" : "placed");
}
