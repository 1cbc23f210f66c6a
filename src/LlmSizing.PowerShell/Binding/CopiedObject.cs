using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Members of an object of another process, of which there are properties and texts alone.</summary>
internal readonly struct CopiedObject(PSObject record)
{
    internal PSObject Record { get; } = record;

    /// <summary>The member as it came; null where it did not.</summary>
    internal object? this[string member] => Record.Properties[member]?.Value is PSObject { BaseObject: not PSCustomObject } wrapped
        ? wrapped.BaseObject
        : Record.Properties[member]?.Value;

    /// <summary>The member's text, which is a catalog entry's name.</summary>
    internal string? Name(string member) => Record.Properties[member]?.Value?.ToString();

    /// <summary>The member as an object, or null where it is none or its text alone came.</summary>
    internal CopiedObject? Part(string member) => this[member] is PSObject part ? new CopiedObject(part) : null;

    /// <summary>A member, or one of a member: Ttft.MeanMs.</summary>
    internal object? At(string path)
    {
        int dot = path.IndexOf('.');
        return dot < 0 ? this[path] : Part(path.Substring(0, dot))?.At(path.Substring(dot + 1));
    }

    /// <summary>The member as a whole number; 0, which no input may be, where it is none.</summary>
    internal long Whole(string member) => this[member] as long? ?? 0;
}
