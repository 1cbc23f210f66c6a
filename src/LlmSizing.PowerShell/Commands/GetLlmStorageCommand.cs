using System.Collections.Generic;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Lists the storage profiles of the catalogs.</summary>
[Cmdlet(VerbsCommon.Get, "LlmStorage")]
[OutputType(typeof(StorageProfile))]
public sealed class GetLlmStorageCommand : EntryCommand
{
    /// <inheritdoc/>
    [ArgumentCompleter(typeof(StorageCompleter))]
    public override string[] Name { get => base.Name; set => base.Name = value; }

    private protected override IEnumerable<CatalogEntry> Entries => Catalog.StorageProfiles;

    private protected override ErrorRecord NotFound(string name, IEnumerable<string> known) => Errors.StorageNotFound(name, known, null);
}
