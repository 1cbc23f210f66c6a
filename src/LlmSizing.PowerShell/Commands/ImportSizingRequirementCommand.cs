using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Reads requirements of several workloads from a file: a record each, whose properties are the parameters of Invoke-LlmSizing.</summary>
[Cmdlet(VerbsData.Import, "SizingRequirement", DefaultParameterSetName = "Path")]
[OutputType("LlmSizing.SizingRequirement")]
public sealed class ImportSizingRequirementCommand : CatalogCommand
{
    private const string RecordType = "LlmSizing.SizingRequirement";
    private const string HaMode = "HaMode";
    private const string Scenario = "Scenario";

    /// <summary>Files in YAML, JSON or CSV; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files, taken as they stand: brackets are brackets.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Sessions that the shares divide, in place of the file's; several give the workloads of each in turn.</summary>
    [Parameter]
    [Concurrency]
    public long[]? Concurrency { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in InputPath.Resolve(this, Path, LiteralPath))
        {
            var reported = new HashSet<string>();
            foreach (long? total in Concurrency?.Select(given => (long?)given) ?? [null])
            {
                RequirementFile file = RequirementFile.Read(path, total);
                foreach (CatalogProblem problem in file.Problems.Where(problem => reported.Add(problem.ToString())))
                {
                    WriteError(Errors.RequirementProblem(problem));
                }
                foreach (SizingRequirement requirement in file.Requirements)
                {
                    WriteObject(RecordOf(requirement));
                }
            }
        }
    }

    // A record and no class: only what the file states may bind, since a property without a value would be refused as a number.
    private PSObject RecordOf(SizingRequirement requirement)
    {
        var record = new PSObject();
        record.TypeNames.Insert(0, RecordType);
        foreach (KeyValuePair<string, object> value in requirement.Values)
        {
            record.Properties.Add(new PSNoteProperty(value.Key, value.Value is IReadOnlyList<string> texts ? texts.ToArray() : value.Value));
        }
        record.Properties.Add(new PSNoteProperty("Source", requirement.Source));
        if (record.Properties[HaMode]?.Value is string mode)
        {
            string[]? asked = record.Properties[Scenario]?.Value as string[];
            record.Properties.Remove(Scenario);
            record.Properties.Add(new PSNoteProperty(Scenario, WithMode(asked, LlmSizing.HaMode.Find(mode)!, record)));
        }
        return record;
    }

    private Scenario[] WithMode(string[]? names, HaMode mode, PSObject record) =>
        [.. ResolveScenarios(names?.Select(name => new ScenarioReference(name)).ToArray(), record).Select(scenario => scenario.WithHaMode(mode))];
}
