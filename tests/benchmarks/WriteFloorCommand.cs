using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LlmSizing.Benchmarks;

/// <summary>What the engine costs: binds as Invoke-LlmSizing does and writes objects of a result's size that say nothing.</summary>
[Cmdlet(VerbsCommunications.Write, "Floor")]
[OutputType(typeof(FloorResult))]
public sealed class WriteFloorCommand : PSCmdlet
{
    /// <summary>By value from the pipeline, or by name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(FloorCompleter))]
    public object[] Model { get; set; } = [];

    /// <summary>Not used.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public object? Server { get; set; }

    /// <summary>Not used.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long[] Concurrency { get; set; } = [];

    /// <summary>Not used.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long[] EffectiveContext { get; set; } = [];

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
