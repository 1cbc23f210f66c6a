using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace LlmSizing;

/// <summary>A read-only list whose text is its items, so that a CSV cell shows sense instead of a type name.</summary>
/// <remarks>It is an IList, which PowerShell's serializer keeps as a list: <c>$result.Alerts.Code</c> works after a job, too.</remarks>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class ReadableList<T> : ReadOnlyCollection<T>
{
    /// <summary>Copies the items.</summary>
    public ReadableList(IEnumerable<T> items) : base(items.ToArray())
    {
    }

    /// <summary>The items, separated by a semicolon.</summary>
    public override string ToString() => string.Join("; ", this);
}
