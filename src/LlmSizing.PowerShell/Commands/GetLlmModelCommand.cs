using System.Collections.Generic;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Lists the models of the catalogs.</summary>
[Cmdlet(VerbsCommon.Get, "LlmModel")]
[OutputType(typeof(Model))]
public sealed class GetLlmModelCommand : EntryCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public override string[] Name { get; set; } = ["*"];

    private protected override IEnumerable<CatalogEntry> Entries => Catalog.Models;

    private protected override ErrorRecord NotFound(string name, IEnumerable<string> known) => Errors.ModelNotFound(name, known, null);
}
