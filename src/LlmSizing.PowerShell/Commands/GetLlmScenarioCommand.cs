using System.Collections.Generic;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Lists the planning scenarios of the catalogs.</summary>
[Cmdlet(VerbsCommon.Get, "LlmScenario")]
[OutputType(typeof(Scenario))]
public sealed class GetLlmScenarioCommand : EntryCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ScenarioCompleter))]
    public override string[] Name { get; set; } = ["*"];

    private protected override IEnumerable<CatalogEntry> Entries => Catalog.Scenarios;

    private protected override ErrorRecord NotFound(string name, IEnumerable<string> known) => Errors.ScenarioNotFound(name, known, null);
}
