using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
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

    private static IEnumerable<string> OperatorPaths(object? bound)
    {
        if (bound is null || !LanguagePrimitives.TryConvertTo(bound, out string[] paths))
        {
            return [];
        }
        // A completer has no session of its own: the location is asked of the runspace that is completing.
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        string location = shell.AddCommand("Get-Location").Invoke<PathInfo>().FirstOrDefault()?.ProviderPath ?? ".";
        return paths.Select(path => Path.GetFullPath(Path.Combine(location, path)));
    }
}
