using System.Collections.Generic;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Lists the GPU servers of the catalogs.</summary>
[Cmdlet(VerbsCommon.Get, "LlmServer")]
[OutputType(typeof(Server))]
public sealed class GetLlmServerCommand : EntryCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public override string[] Name { get; set; } = ["*"];

    private protected override IEnumerable<CatalogEntry> Entries => Catalog.Servers;

    private protected override ErrorRecord NotFound(string name, IEnumerable<string> known) => Errors.ServerNotFound(name, known, null);
}
