using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Computes the KV cache of one session, with its rationale: one result per model, context, precision and engine.</summary>
[Cmdlet(VerbsCommon.Get, "KvPerSession")]
[OutputType(typeof(MetricResult))]
public sealed class GetKvPerSessionCommand : CatalogCommand
{
    private Texts texts = null!;

    /// <summary>The models.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference[] Model { get; set; } = [];

    /// <summary>Tokens of the session's context, 1 to 10^9; more than the model has is clamped.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("effective_context")]
    [AllowNull]
    [ContextTokens]
    public long[] EffectiveContext { get; set; } = [];

    /// <summary>Number types of keys and values; the model's default when left out.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("kv_precision")]
    [ArgumentCompleter(typeof(KvPrecisionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? KvPrecision { get; set; }

    /// <summary>Counts the layers of multi-token prediction as well, as an engine does that speculates with them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("multi_token_prediction")]
    public SwitchParameter MultiTokenPrediction { get; set; }

    /// <summary>Engines whose blocks are counted; ideal rounds nothing.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EngineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Engine { get; set; } = ["ideal"];

    /// <summary>Versions of the engine; the newest known when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("engine_version")]
    [ValidateNotNullOrEmpty]
    public string[]? EngineVersion { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => texts = CatalogStore.TextsFor(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        object target = Model[0].Origin;
        KvPrecision?[] precisions = ResolvePrecisions(KvPrecision, target);
        Engine[] engines = ResolveEngines(Engine, target);
        EngineVersion?[] versions = ResolveVersions(EngineVersion, target);
        foreach (Model model in Resolve(Model))
        {
            foreach (long context in EffectiveContext)
            {
                foreach (KvPrecision? precision in precisions)
                {
                    Describe(model, context, precision, engines, versions, target);
                }
            }
        }
    }

    private void Describe(Model model, long context, KvPrecision? precision, Engine[] engines, EngineVersion?[] versions, object target)
    {
        try
        {
            Model counted = MultiTokenPrediction ? model.WithDraftLayers() : model;
            var cache = new SessionKvCache(counted, context, precision);
            foreach (Engine engine in engines)
            {
                foreach (EngineVersion? version in versions)
                {
                    WriteObject(KvPerSessionMetric.Describe(cache, texts, engine, version));
                }
            }
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, target));
        }
    }
}
