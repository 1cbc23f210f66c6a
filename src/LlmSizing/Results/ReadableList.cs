using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A read-only list whose text is its items, so that a CSV cell shows sense instead of a type name.</summary>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class ReadableList<T> : IReadOnlyList<T>
{
    private readonly T[] items;

    /// <summary>Copies the items.</summary>
    public ReadableList(IEnumerable<T> items) => this.items = items.ToArray();

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    /// <summary>The items, separated by a semicolon.</summary>
    public override string ToString() => string.Join("; ", items);
}
