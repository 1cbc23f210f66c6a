using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The shortest context whose KV cache is restored from its tier as fast as it is recomputed: by the engine's step times, else at the peak of the GPUs.</summary>
public sealed class RestoreOrRecomputeMetric : StorageMetric
{
    /// <inheritdoc/>
    public override string Id => "restore_or_recompute";

    /// <inheritdoc/>
    public override string Unit => "tokens";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    public override string Display(ScenarioResult result, Texts texts) => new RestoreOrRecompute(result.Request) switch
    {
        { FasterFrom: not null } => Sentence(result, texts, "from"),
        { IsKnown: true } => texts.Get("metric.restore_or_recompute.never"),
        _ => texts.Get("metric.storage.unknown"),
    };

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
    [
        "restore_or_recompute = min(tokens: kv_restore_seconds(tokens) ≤ recompute_seconds(tokens))",
        new RestoreOrRecompute(result.Request).IsPredicted
            ? "recompute_seconds = prefill_factor × prompt_latency_factor × sum over chunks of max_num_batched_tokens: step_seconds"
            : "recompute_seconds = (2 × active_params × tokens + attention_flops(tokens × (tokens + 1) / 2)) / (peak_flops × gpus)",
    ];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result)
    {
        var compared = new RestoreOrRecompute(result.Request);
        yield return new("effective_context", result.EffectiveContext);
        yield return new("kv_restore_seconds", Seconds(compared.RestoreSeconds));
        yield return new("recompute_seconds", Seconds(compared.RecomputeSeconds));
        if (compared.IsPredicted)
        {
            yield return new("confidence", result.Request.Tuning!.Confidence);
            yield break;
        }
        yield return new("active_params_b", compared.ActiveParameters is double active ? SecondsText.Rounded(active / ByteUnits.Gb) : "unknown");
        yield return new("bf16_tflops", StorageTiming.Known(result.Request.Server.Hardware.Bf16Tflops));
        yield return new("gpus", compared.Gpus);
    }

    /// <inheritdoc/>
    protected override string Interpret(ScenarioResult result, Texts texts) => Sentence(result, texts, new RestoreOrRecompute(result.Request) switch
    {
        { IsKnown: false } => "unknown",
        { IsPredicted: true, IsSlower: true } => "recompute_predicted",
        { IsPredicted: true } => "restore_predicted",
        { IsSlower: true } => "recompute",
        _ => "interpretation",
    });

    private protected override bool IsAsked(SizingRequest request, StorageWorkload workload) => workload.OffloadTier is not null;

    private protected override object? NumberOf(StorageOutlook outlook) => outlook.Compared.FasterFrom;

    private protected override string Show(object number) => NumberText.Grouped((long)number);

    private static object Seconds(double? seconds) => seconds is double known ? SecondsText.Rounded(known) : "unknown";
}
