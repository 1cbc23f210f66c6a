using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace LlmSizing;

/// <summary>KV cache of one session: the sum over the layer groups of tokens × heads × (key + value dims) × bytes × layers.</summary>
public sealed class KvPerSessionMetric : Metric
{
    private const string Name = "kv_per_session_gib";

    /// <inheritdoc/>
    public override string Id => Name;

    /// <inheritdoc/>
    public override string Unit => "GiB";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <summary>The metric of a model alone, without a server or a scenario.</summary>
    /// <param name="cache">What a session keeps.</param>
    /// <param name="texts">The language.</param>
    /// <exception cref="SizingException">The bytes do not fit a 64-bit integer.</exception>
    public static MetricResult Describe(SessionKvCache cache, Texts texts)
    {
        long bytes = cache.ComputeBytes();
        return new MetricResult(
            cache.Model.Name, null, null, Name, (double)bytes / ByteUnits.GiB, bytes, "GiB", ShowGib(bytes),
            new Rationale(FormulaOf(cache), InputsOf(cache, bytes), InterpretationOf(cache, texts)));
    }

    /// <summary>The metric of a model alone, in the blocks of an engine's cache on one GPU.</summary>
    /// <param name="cache">What a session keeps.</param>
    /// <param name="texts">The language.</param>
    /// <param name="engine">The engine; ideal rounds nothing.</param>
    /// <param name="version">The engine's version; null for the newest known.</param>
    /// <exception cref="SizingException">The bytes do not fit a 64-bit integer.</exception>
    public static MetricResult Describe(SessionKvCache cache, Texts texts, Engine engine, EngineVersion? version = null)
    {
        if (engine is IdealEngine)
        {
            return Describe(cache, texts);
        }
        long unrounded = cache.ComputeBytes();
        long bytes = engine.SessionBytes(cache.Model, cache.EffectiveContext, new Placement(), new EngineSettings(version, kvPrecision: cache.Precision));
        string versionText = (version ?? engine.NewestVersion).ToString();
        RationaleInput[] added = [new("engine", engine.Name), new("engine_version", versionText), new("unrounded_bytes", unrounded)];
        string paged = texts.Format($"metric.{Name}.paged", name => name switch
        {
            "engine" => engine.Name,
            "engine_version" => versionText,
            _ => NumberText.Fixed(new Rational(new BigInteger(bytes - unrounded) * 100, Math.Max(1, unrounded)), 1),
        });
        return new MetricResult(
            cache.Model.Name, null, null, Name, (double)bytes / ByteUnits.GiB, bytes, "GiB", ShowGib(bytes),
            new Rationale(
                FormulaOf(cache).Append($"{engine.Name} {versionText}: {NumberText.Plain(unrounded)} → {NumberText.Plain(bytes)} in whole blocks"),
                InputsOf(cache, bytes).Concat(added),
                InterpretationOf(cache, texts) + " " + paged));
    }

    /// <inheritdoc/>
    public override object? Value(ScenarioResult result) => result.KvPerSessionGib;

    /// <inheritdoc/>
    public override long? Bytes(ScenarioResult result) => result.KvPerSessionBytes;

    /// <inheritdoc/>
    public override string Display(ScenarioResult result, Texts texts) => ShowGib(result.KvPerSessionBytes);

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => FormulaOf(result.Request.KvCache);

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => InputsOf(result.Request.KvCache, result.KvPerSessionBytes);

    /// <inheritdoc/>
    protected override string Interpret(ScenarioResult result, Texts texts) => InterpretationOf(result.Request.KvCache, texts);

    private static string ShowGib(long bytes) => NumberText.Gib(bytes, 2) + " GiB";

    private static IEnumerable<string> FormulaOf(SessionKvCache cache)
    {
        ReadableList<LayerGroup> layers = cache.Model.Layers;
        string counts = string.Join(" + ", layers.Select(group => NumberText.Plain(group.Count) + " " + group.Layout));
        yield return Capitalised(cache.Model.AttentionPattern) + " attention: " + counts;
        foreach (LayerGroup group in layers)
        {
            yield return Capitalised(group.Layout) + ": " + group.Formula(cache.EffectiveContext, cache.Precision);
        }
        yield return "total = " + string.Join(" + ", layers.Select(group => group.Layout));
    }

    private static IEnumerable<RationaleInput> InputsOf(SessionKvCache cache, long bytes)
    {
        Model model = cache.Model;
        yield return new("model", model.Name);
        yield return new("num_layers", model.NumLayers);
        yield return new("num_kv_heads", model.NumKeyValueHeads ?? (object)ModelText.KeyValueHeads(model));
        yield return new("head_dim", model.HeadDim ?? (object)ModelText.HeadDims(model));
        yield return new("attention_pattern", model.AttentionPattern);
        yield return new("effective_context", cache.EffectiveContext);
        if (cache.IsClamped)
        {
            yield return new("requested_context", cache.RequestedContext);
        }
        if (model.SlidingLayers > 0)
        {
            yield return new("sliding_window", model.SlidingWindow ?? (object)ModelText.SlidingWindows(model));
        }
        yield return new("kv_precision", cache.Precision.Name);
        yield return new("bytes_per_element", BytesPerElement(cache.Precision));
        if (cache.BytesPerSequence is > 0 and long fixedBytes)
        {
            yield return new("bytes_per_token", cache.BytesPerToken);
            yield return new("bytes_per_sequence", fixedBytes);
        }
        yield return new("total_bytes", bytes);
    }

    private static string InterpretationOf(SessionKvCache cache, Texts texts)
    {
        string[] parts = ["intro", Position(cache), "pattern." + Pattern(cache.Model), "total"];
        return string.Join(" ", parts.Select(part => texts.Format($"metric.{Name}.{part}", name => ResultText.Of(cache, name))));
    }

    private static string Position(SessionKvCache cache) =>
        cache.Model.Layers.All(group => group is LatentAttention) ? "position.latent"
        : cache.Model.Layers.All(group => group is RecurrentState) ? "position.state"
        : ModelText.IsUniform(cache.Model) && cache.Precision is { IsUniform: true, HeadScaleBytes: 0 } ? "position" : "position.mixed";

    private static string Pattern(Model model) => model.Layers.All(group => group is RecurrentState) ? "state" : model.AttentionPattern;

    private static object BytesPerElement(KvPrecision precision)
    {
        if (!precision.IsUniform)
        {
            return NumberText.AsWritten(precision.Key.BytesPerElement) + " / " + NumberText.AsWritten(precision.Value.BytesPerElement);
        }
        return precision.Key.BlockElements == 1 ? (long)precision.Key.BlockBytes : precision.BytesPerElement;
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
}
