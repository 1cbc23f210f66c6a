using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The fields of a mapping that were there and accepted.</summary>
internal sealed class Values
{
    private readonly Dictionary<Field, object> values = [];

    public Values(MapNode node) => Node = node;

    /// <summary>The mapping.</summary>
    public MapNode Node { get; }

    public bool Has(Field field) => values.ContainsKey(field);

    public void Set(Field field, object value) => values[field] = value;

    /// <summary>A required field; only after the mapping was accepted.</summary>
    public T Get<T>(Field<T> field) => (T)values[field];

    /// <summary>Whether the field is there and accepted.</summary>
    public bool TryGet<T>(Field<T> field, out T value)
    {
        bool found = values.TryGetValue(field, out object? boxed);
        value = found ? (T)boxed! : default!;
        return found;
    }

    /// <summary>An optional value, whatever its type.</summary>
    public object? Any(Field field) => values.TryGetValue(field, out object? value) ? value : null;

    /// <summary>An optional number or boolean.</summary>
    public T? Number<T>(Field<T> field) where T : struct => values.TryGetValue(field, out object? value) ? (T)value : null;

    /// <summary>An optional text or list.</summary>
    public T? Find<T>(Field<T> field) where T : class => values.TryGetValue(field, out object? value) ? (T)value : null;
}
