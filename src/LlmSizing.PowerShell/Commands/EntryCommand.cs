using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A cmdlet that lists catalog entries.</summary>
public abstract class EntryCommand : CatalogCommand
{
    /// <summary>Names or wildcards; every entry when left out.</summary>
    /// <remarks>The engine does not inherit the attributes of a parameter that is overridden, so each cmdlet states them, with its completer.</remarks>
    public abstract string[] Name { get; set; }

    /// <summary>The entries to choose from.</summary>
    private protected abstract IEnumerable<CatalogEntry> Entries { get; }

    /// <summary>The error for a name that is not there.</summary>
    private protected abstract ErrorRecord NotFound(string name, IEnumerable<string> known);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            CatalogEntry[] matches = Entries.Where(entry => pattern.IsMatch(entry.Name) || entry.Aliases.Any(pattern.IsMatch)).ToArray();
            if (matches.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(NotFound(name, Entries.Select(entry => entry.Name)));
            }
            WriteObject(matches, enumerateCollection: true);
        }
    }
}
