using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LlmSizing.Commands;

/// <summary>Completes names out of the catalogs, the operator's included where -CatalogPath stands on the line.</summary>
public abstract class CatalogCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Matching(Complete(CatalogStore.Load(OperatorPaths(fakeBoundParameters["CatalogPath"]))), wordToComplete);

    /// <summary>The words of this kind of entry.</summary>
    private protected abstract IEnumerable<Completion> Complete(Catalog catalog);

    private static Collection<string> OperatorPaths(object? bound)
    {
        if (bound is null || !LanguagePrimitives.TryConvertTo(bound, out string[] paths))
        {
            return [];
        }
        // A completer has no session of its own: the runspace that is completing resolves the paths, with its location and its drives.
        // Get-Location would do, but the bare engine does not have it.
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddScript("foreach ($path in $args) { $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($path) }")
            .AddParameters(paths).Invoke<string>();
    }
}
