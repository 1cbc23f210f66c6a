using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Predicts times and throughput of a placed model: one object per combination of the arguments, in the order of the parameters, the last of them fastest.</summary>
[Cmdlet(VerbsCommon.Get, "LlmPerformance")]
[OutputType(typeof(LlmPerformance))]
public sealed class GetLlmPerformanceCommand : PlacedCommand
{
    private Texts texts = null!;

    /// <summary>The models.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference[] Model { get; set; } = [];

    /// <summary>The servers.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public ServerReference[] Server { get; set; } = [];

    /// <summary>The engines.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EngineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Engine { get; set; } = [DeploymentGrid.DefaultEngine];

    /// <summary>The engine's release as it names itself, such as 0.19.0; what was measured of it stands before what was measured of its engine.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Release { get; set; }

    /// <summary>GPUs that split each matrix.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("tensor_parallel")]
    [Parallelism]
    public long[]? TensorParallel { get; set; }

    /// <summary>Number types of keys and values; the model's default when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("kv_precision")]
    [ArgumentCompleter(typeof(KvPrecisionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? KvPrecision { get; set; }

    /// <summary>Requests at the same time on a replica.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Concurrency]
    public long[] Concurrency { get; set; } = [1];

    /// <summary>Tokens of a prompt.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("input_tokens")]
    [AllowNull]
    [ContextTokens]
    public long[] InputTokens { get; set; } = [];

    /// <summary>Tokens that are generated.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("output_tokens")]
    [AllowNull]
    [ContextTokens]
    public long[] OutputTokens { get; set; } = [];

    /// <summary>Share of the prompt that a prefix cache holds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("prefix_cache_hit_ratio")]
    [PrefixCacheHitRatio]
    public decimal[] PrefixCacheHitRatio { get; set; } = [0];

    /// <summary>Tokens drafted for each step.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("draft_tokens")]
    [DraftTokens]
    public long[]? DraftTokens { get; set; }

    /// <summary>Probability that a drafted token is accepted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("acceptance_rate")]
    [AcceptanceRate]
    public decimal[]? AcceptanceRate { get; set; }

    /// <summary>Time of a draft as a share of a decode step; with layers of multi-token prediction, their share of the layers when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("draft_cost_ratio")]
    [DraftCostRatio]
    public decimal[]? DraftCostRatio { get; set; }

    /// <summary>TPOT over all output tokens, the first one included.</summary>
    [Parameter]
    public SwitchParameter InclusiveTpot { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => texts = CatalogStore.TextsFor(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        object target = Model[0].Origin;
        Deployment[] deployments = Deployments(Engine, null, Quantization, target);
        KvPrecision?[] precisions = ResolvePrecisions(KvPrecision, target);
        Placement[] placements = Placements(TensorParallel).ToArray();
        foreach (Model model in Resolve(Model))
        {
            foreach (Server server in Resolve(Server))
            {
                foreach (Deployment deployment in deployments)
                {
                    foreach (Placement placement in placements)
                    {
                        foreach (KvPrecision? precision in precisions)
                        {
                            Write(model, server, deployment, placement, precision, target);
                        }
                    }
                }
            }
        }
    }

    private void Write(Model model, Server server, Deployment deployment, Placement placement, KvPrecision? precision, object target)
    {
        try
        {
            PerformancePlan plan = new(
                new NodePlan(model, server, new Requirements(Concurrency[0], InputTokens.Max() + OutputTokens.Max(), precision), deployment, placement), Catalog.Tunings, Release);
            foreach ((long concurrency, long input, long output, decimal hit, Speculation? speculation) in Loads(model))
            {
                WriteObject(new LlmPerformance(plan, concurrency, input, output, hit, speculation, InclusiveTpot, texts));
            }
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, target));
        }
    }

    private IEnumerable<(long Concurrency, long Input, long Output, decimal Hit, Speculation? Speculation)> Loads(Model model) =>
        from concurrency in Concurrency
        from input in InputTokens
        from output in OutputTokens
        from hit in PrefixCacheHitRatio
        from speculation in Speculations(model)
        select (concurrency, input, output, hit, speculation);

    private Speculation?[] Speculations(Model model)
    {
        if (DraftTokens is null)
        {
            return AcceptanceRate is null && DraftCostRatio is null
                ? [null]
                : throw new SizingException("DraftTokens", "AcceptanceRate and DraftCostRatio need DraftTokens.");
        }
        decimal[] rates = AcceptanceRate ?? throw new SizingException("AcceptanceRate", "DraftTokens needs AcceptanceRate: it depends on the drafts and the text, so that no default is right.");
        decimal[] costs = DraftCostRatio ?? (model.DraftLayers.Count > 0
            ? [decimal.Round((decimal)model.DraftLayers.Sum(group => group.Count) / model.NumLayers, 9)]
            : throw new SizingException("DraftCostRatio", $"Model '{model.Name}' has no layers of multi-token prediction: give DraftCostRatio, the time of a draft as a share of a decode step."));
        return (from draft in DraftTokens
                from rate in rates
                from cost in costs
                select new Speculation(draft, rate, cost)).ToArray();
    }
}
