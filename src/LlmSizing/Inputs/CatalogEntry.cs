using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What every catalog entry has: a name, where it was read, and where its facts come from.</summary>
public abstract class CatalogEntry
{
    /// <summary>Creates the common part.</summary>
    protected CatalogEntry(EntryInfo info)
    {
        Aliases = new ReadableList<string>(info.Aliases);
        Estimate = info.Estimate;
        Notes = info.Notes;
        References = new ReadableList<string>(info.References);
        Source = info.Source;
    }

    /// <summary>The name that commands take.</summary>
    /// <remarks>Declared by each kind of entry, so that it is the first column of a table and of a CSV file.</remarks>
    public abstract string Name { get; }

    /// <summary>Other names of the same entry, such as its repository on a model hub.</summary>
    public ReadableList<string> Aliases { get; }

    /// <summary>Why the entry is an estimate, or null where its facts are confirmed.</summary>
    public string? Estimate { get; }

    /// <summary>Remarks for the operator, or null.</summary>
    public string? Notes { get; }

    /// <summary>Where the facts come from.</summary>
    public ReadableList<string> References { get; }

    /// <summary>The catalog file and line that the entry was read from, or null when it was built in memory.</summary>
    public string? Source { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>A number that is absent where it is not known: zero would be a false fact.</summary>
    private protected static decimal? AboveZero(decimal? value, string field) => value is null or > 0
        ? value
        : throw new SizingException(field, $"{field} is {NumberText.AsWritten(value.Value)}: write a number above 0, or leave it out where it is not known.");

    /// <inheritdoc cref="AboveZero(decimal?, string)"/>
    private protected static long? AboveZero(long? value, string field)
    {
        AboveZero((decimal?)value, field);
        return value;
    }
}

/// <summary>The common part of a catalog entry, for its constructor.</summary>
public sealed class EntryInfo
{
    /// <summary>Creates the common part.</summary>
    public EntryInfo(string name, IReadOnlyList<string>? aliases = null, IReadOnlyList<string>? references = null, string? estimate = null, string? notes = null, string? source = null)
    {
        Name = string.IsNullOrWhiteSpace(name) ? throw new SizingException("Name", "An entry needs a name.") : name;
        Aliases = aliases ?? [];
        References = references ?? [];
        Estimate = estimate;
        Notes = notes;
        Source = source;
    }

    /// <summary>The name that commands take.</summary>
    public string Name { get; }

    /// <summary>Other names of the same entry.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>Where the facts come from.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Why the entry is an estimate, or null.</summary>
    public string? Estimate { get; }

    /// <summary>Remarks, or null.</summary>
    public string? Notes { get; }

    /// <summary>The catalog file and line, or null.</summary>
    public string? Source { get; }
}
