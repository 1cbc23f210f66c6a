using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>What a person gives for a catalog entry: its name, the entry itself, or a record that names it in a property.</summary>
/// <typeparam name="T">The entry's type.</typeparam>
public abstract class EntryReference<T>
    where T : CatalogEntry
{
    /// <summary>Refers to an entry by name.</summary>
    protected EntryReference(string name)
    {
        Name = name;
        Origin = name;
    }

    /// <summary>Refers to an entry by the entry itself, or by a record with a property of the parameter's name.</summary>
    /// <param name="value">The entry, or the record.</param>
    /// <param name="property">The record's property.</param>
    /// <param name="isOptional">
    /// Whether another kind of entry, or a record without the property, says nothing instead of being refused: the engine offers every record
    /// of the pipeline to an optional parameter too, and a refusal is an exception that costs ten times the sizing of the record.
    /// </param>
    /// <exception cref="PSInvalidCastException">The object is neither.</exception>
    protected EntryReference(object value, string property, bool isOptional = false)
    {
        Origin = value;
        PSObject record = PSObject.AsPSObject(value);
        object? given = record.BaseObject is PSCustomObject && !IsCopy(record) ? record.Properties[property]?.Value : value;
        if (IsCopy(given))
        {
            Copy = (PSObject)given!;
            Name = new CopiedObject(Copy).Name("Name") ?? "";
            return;
        }
        switch (given is PSObject wrapped ? wrapped.BaseObject : given)
        {
            case T entry:
                Entry = entry;
                Name = entry.Name;
                break;
            case string name:
                Name = name;
                break;
            case null when isOptional:
                Name = "";
                SaysNothing = true;
                break;
            case CatalogEntry other when isOptional:
                Name = other.Name;
                SaysNothing = true;
                break;
            default:
                throw new PSInvalidCastException($"A {typeof(T).Name} is given by its name or as the object that its Get- cmdlet writes.");
        }
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The entry, where it was given itself.</summary>
    public T? Entry { get; }

    /// <summary>What a job or a remote session made of an entry; the catalogs here have to have it.</summary>
    internal PSObject? Copy { get; }

    /// <summary>Whether what was given is about something else.</summary>
    internal bool SaysNothing { get; }

    /// <summary>What was given, for the error record.</summary>
    internal object Origin { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static bool IsCopy(object? given) => Likeness.IsCopyOf(given, typeof(T).FullName!);
}
