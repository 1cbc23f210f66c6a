using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The entries of one kind from all layers: a later layer's entry takes the place of an earlier one of its name.</summary>
internal sealed class EntrySet<T> where T : CatalogEntry
{
    private readonly List<T> entries = [];
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, T> aliases = new(StringComparer.OrdinalIgnoreCase);

    public EntrySet(IEnumerable<IReadOnlyList<LocatedEntry<T>>> layers)
    {
        foreach (IReadOnlyList<LocatedEntry<T>> layer in layers)
        {
            Add(layer);
        }
        foreach (T entry in entries)
        {
            foreach (string alias in entry.Aliases)
            {
                aliases[alias] = entry;
            }
        }
        Entries = entries.AsReadOnly();
    }

    public IReadOnlyList<T> Entries { get; }

    /// <summary>The entry of a name, else of an alias; null when there is none.</summary>
    public T? Find(string? name)
    {
        if (name is null)
        {
            return null;
        }
        return positions.TryGetValue(name, out int position) ? entries[position] : aliases.TryGetValue(name, out T? entry) ? entry : null;
    }

    private void Add(IReadOnlyList<LocatedEntry<T>> layer)
    {
        foreach (LocatedEntry<T> entry in layer)
        {
            if (HidesNoName(entry))
            {
                if (positions.TryGetValue(entry.Value.Name, out int position))
                {
                    entries[position] = entry.Value;
                }
                else
                {
                    positions.Add(entry.Value.Name, entries.Count);
                    entries.Add(entry.Value);
                }
            }
        }
    }

    // Names are looked up before aliases: an alias that is another entry's name would never be found, and its author would not see why.
    private bool HidesNoName(LocatedEntry<T> entry)
    {
        bool good = true;
        for (int i = 0; i < entry.Value.Aliases.Count; i++)
        {
            string alias = entry.Value.Aliases[i];
            if (positions.TryGetValue(alias, out int position) && !string.Equals(alias, entry.Value.Name, StringComparison.OrdinalIgnoreCase))
            {
                good = false;
                entry.Place.Item(EntryFields.Aliases.Name, i).Refuse(
                    entry.Alias(i), null, ProblemCodes.DuplicateAlias,
                    $"{Shown.Quoted(alias)} is the name of an entry in {entries[position].Source}.", "Write it as the name, to override that entry, or leave it out.");
            }
        }
        return good;
    }
}
