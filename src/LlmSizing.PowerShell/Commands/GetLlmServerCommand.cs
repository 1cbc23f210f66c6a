using System.Collections.Generic;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Lists the GPU servers of the catalogs.</summary>
[Cmdlet(VerbsCommon.Get, "LlmServer")]
[OutputType(typeof(Server))]
public sealed class GetLlmServerCommand : EntryCommand
{
    /// <inheritdoc/>
    [ArgumentCompleter(typeof(ServerCompleter))]
    public override string[] Name { get => base.Name; set => base.Name = value; }

    private protected override IEnumerable<CatalogEntry> Entries => Catalog.Servers;

    private protected override ErrorRecord NotFound(string name, IEnumerable<string> known) => Errors.ServerNotFound(name, known, null);
}
