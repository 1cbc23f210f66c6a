using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Checks catalogs: one object per problem, all of them in one run; nothing when they are right.</summary>
[Cmdlet(VerbsDiagnostic.Test, "LlmCatalog")]
[OutputType("LlmSizing.CatalogProblem")]
public sealed class TestLlmCatalogCommand : PSCmdlet
{
    /// <summary>Files or folders; the module's own catalogs and those of LLMSIZING_CATALOG_PATH when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string[] paths = Path?.Select(GetUnresolvedProviderPathFromPSPath).ToArray() ?? CatalogStore.EnvironmentPaths().ToArray();
        WriteObject(Path is null ? CatalogStore.Library.Load(paths).Problems : CatalogChecker.Check(paths), enumerateCollection: true);
    }
}
