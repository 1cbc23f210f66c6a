using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LlmSizing.Benchmarks;

/// <summary>What the engine costs: takes the parameters of Invoke-LlmSizing in plain types and writes objects of a result's size that say nothing.</summary>
[Cmdlet(VerbsCommunications.Write, "Floor")]
[OutputType(typeof(FloorResult))]
public sealed class WriteFloorCommand : PSCmdlet
{
    /// <summary>By value from the pipeline, or by name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(FloorCompleter))]
    public object[] Model { get; set; } = [];

    /// <summary>Bound, not used, as are the others.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public object? Server { get; set; }

    /// <summary>Bound.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    public object? Storage { get; set; }

    /// <summary>Bound.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long[] Concurrency { get; set; } = [];

    /// <summary>Bound.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("effective_context")]
    public long[] EffectiveContext { get; set; } = [];

    /// <summary>Bound.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("kv_precision")]
    public string[]? KvPrecision { get; set; }

    /// <summary>Bound.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("kv_budget_ratio")]
    public decimal[]? KvBudgetRatio { get; set; }

    /// <summary>Bound.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("runtime_overhead_gib")]
    public decimal[]? RuntimeOverheadGib { get; set; }

    /// <summary>Bound.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("peak_headroom_ratio")]
    public decimal[]? PeakHeadroomRatio { get; set; }

    /// <summary>Bound.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object[]? Scenario { get; set; }

    /// <summary>Bound.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("catalog_path")]
    public string[]? CatalogPath { get; set; }

    /// <summary>Objects for each record.</summary>
    [Parameter]
    public int Count { get; set; } = 3;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        for (int i = 0; i < Count; i++)
        {
            WriteObject(new FloorResult(Model, Server, default));
        }
    }
}

/// <summary>As large as a ScenarioResult: references and the numbers.</summary>
public sealed class FloorResult
{
    /// <summary>Creates the object.</summary>
    public FloorResult(object request, object? scenario, Capacity capacity)
    {
        Request = request;
        Scenario = scenario;
        Texts = null;
        Capacity = capacity;
    }

    /// <summary>A reference.</summary>
    public object Request { get; }

    /// <summary>A reference.</summary>
    public object? Scenario { get; }

    /// <summary>A reference.</summary>
    public object? Texts { get; }

    /// <summary>The numbers.</summary>
    public Capacity Capacity { get; }
}

/// <summary>Three words.</summary>
public sealed class FloorCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        [new("one"), new("two"), new("three")];
}
