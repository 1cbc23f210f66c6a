using System.Collections.Generic;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Adds workloads up to one fleet for each scenario and server, when the last has come.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "LlmFleet")]
[OutputType(typeof(FleetResult))]
public sealed class MeasureLlmFleetCommand : PSCmdlet
{
    private readonly List<ScenarioResult> results = [];

    /// <summary>Results of Invoke-LlmSizing, one for each workload and scenario.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ScenarioResults]
    public ScenarioResult[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => results.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            foreach (FleetResult fleet in FleetResult.Plan(results, CatalogStore.TextsFor(this)))
            {
                WriteObject(fleet);
            }
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, null));
        }
    }
}
