using System.Collections.Generic;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Lists the planning scenarios of the catalogs.</summary>
[Cmdlet(VerbsCommon.Get, "LlmScenario")]
[OutputType(typeof(Scenario))]
public sealed class GetLlmScenarioCommand : EntryCommand
{
    /// <inheritdoc/>
    [ArgumentCompleter(typeof(ScenarioCompleter))]
    public override string[] Name { get => base.Name; set => base.Name = value; }

    private protected override IEnumerable<CatalogEntry> Entries => Catalog.Scenarios;

    private protected override ErrorRecord NotFound(string name, IEnumerable<string> known) => Errors.ScenarioNotFound(name, known, null);
}
