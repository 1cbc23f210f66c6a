using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>A mapping of an example: its inputs, or what is expected of them.</summary>
public sealed class ExampleValues
{
    private readonly Dictionary<string, object?> values;

    /// <summary>Takes a mapping as the YAML library reads it; anything else is empty.</summary>
    public ExampleValues(object? mapping) => values = (mapping as Dictionary<object, object?> ?? []).ToDictionary(pair => (string)pair.Key, pair => pair.Value);

    /// <summary>The keys, in their order.</summary>
    public IEnumerable<string> Keys => values.Keys;

    /// <summary>Whether every one of the keys is there.</summary>
    public bool Has(params string[] keys) => keys.All(key => values.TryGetValue(key, out object? value) && value is not null and not "null");

    /// <summary>The number of the first of the keys that is one, or null.</summary>
    public decimal? Number(params string[] keys) => keys.Select(key => NumberOf(values.GetValueOrDefault(key))).FirstOrDefault(number => number is not null);

    /// <summary>The same, a whole number.</summary>
    public long? Whole(params string[] keys) => Number(keys) is decimal number && number == Math.Floor(number) && Math.Abs(number) < 9e18m ? (long)number : null;

    /// <summary>A text, or null.</summary>
    public string? Text(string key) => values.GetValueOrDefault(key) as string;

    /// <summary>A list, or the one value, or nothing.</summary>
    public IReadOnlyList<object?> List(string key) => values.GetValueOrDefault(key) switch
    {
        null => [],
        List<object?> list => list,
        object one => [one],
    };

    /// <summary>A list of numbers; what is none is left out.</summary>
    public IReadOnlyList<decimal> Numbers(string key) => [.. List(key).Select(NumberOf).OfType<decimal>()];

    /// <summary>The value as it was written.</summary>
    public string Shown(string key) => Show(values.GetValueOrDefault(key));

    private static string Show(object? value) => value switch
    {
        List<object?> list => $"[{string.Join(", ", list.Select(Show))}]",
        Dictionary<object, object?> map => $"{{{string.Join(", ", map.Select(pair => pair.Key + ": " + Show(pair.Value)))}}}",
        _ => value?.ToString() ?? "",
    };

    private static decimal? NumberOf(object? value) => value is string text && decimal.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
