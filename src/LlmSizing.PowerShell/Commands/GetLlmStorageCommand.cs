using System.Collections.Generic;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Lists the storage profiles of the catalogs.</summary>
[Cmdlet(VerbsCommon.Get, "LlmStorage")]
[OutputType(typeof(StorageProfile))]
public sealed class GetLlmStorageCommand : EntryCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StorageCompleter))]
    public override string[] Name { get; set; } = ["*"];

    private protected override IEnumerable<CatalogEntry> Entries => Catalog.StorageProfiles;

    private protected override ErrorRecord NotFound(string name, IEnumerable<string> known) => Errors.StorageNotFound(name, known, null);
}
