using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Holds what came from another process against what this one has, as deep as it was serialized.</summary>
internal static class Likeness
{
    // Where an entry was read is another place on each machine, and what remoting and jobs put on top says where it came from.
    private static readonly string[] Places = [nameof(CatalogEntry.Source), "PSComputerName", "PSShowComputerName", "PSSourceJobInstanceId", "RunspaceId"];

    /// <summary>Whether it is what the serializer makes of an object of the type.</summary>
    internal static bool IsCopyOf(object? value, string typeName) => value is PSObject { BaseObject: PSCustomObject } record && record.TypeNames.Contains("Deserialized." + typeName);

    /// <summary>The first member that differs, such as Model.Layers, or null.</summary>
    internal static string? Difference(object? own, object? copy, string name)
    {
        object? given = copy is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : copy;
        return (own, given) switch
        {
            (null, null) => null,
            (null, _) or (_, null) => name,
            (_, PSObject record) => OfMembers(own, record, name),
            (IEnumerable items and not string, IEnumerable copies and not string) => OfItems(items.Cast<object?>().ToArray(), copies.Cast<object?>().ToArray(), name),
            _ => own.Equals(given) || Text(own) == Text(copy!) ? null : name,
        };
    }

    private static string? OfMembers(object own, PSObject copy, string name)
    {
        PSObject record = PSObject.AsPSObject(own);
        IEnumerable<string?> differences =
            from member in copy.Properties
            where !Places.Contains(member.Name)
            select Difference(record.Properties[member.Name]?.Value, member.Value, name + "." + member.Name);
        return differences.FirstOrDefault(difference => difference is not null);
    }

    private static string? OfItems(object?[] own, object?[] copies, string name) => own.Length != copies.Length
        ? name
        : own.Select((item, i) => Difference(item, copies[i], name)).FirstOrDefault(difference => difference is not null);

    // Below the depth of the serializer an object is its text, and an enumeration is a number that shows its name.
    private static string Text(object value) => value is IFormattable number and not Enum ? number.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";
}
