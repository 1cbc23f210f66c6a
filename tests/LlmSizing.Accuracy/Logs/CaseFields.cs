using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace LlmSizing.Accuracy;

/// <summary>The fields of one case of the file; every one may be missing, null, or of another type than expected.</summary>
internal sealed class CaseFields(JsonElement root)
{
    public string? Text(params string[] path) => Find(path) is JsonElement { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text
        ? text
        : Find(path) is JsonElement { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } plain ? plain.GetRawText() : null;

    public decimal? Number(params string[] path) => Find(path) is JsonElement value ? Number(value) : null;

    public long? Whole(params string[] path) => Number(path) is decimal number && number == decimal.Truncate(number) && number is >= 0 and <= 1_000_000_000_000 ? (long)number : null;

    /// <summary>The numbers of an object, with one unit of the last digit that stands there.</summary>
    public IEnumerable<(string Name, decimal Value, decimal Step)> Numbers(string name) =>
        Find([name]) is JsonElement { ValueKind: JsonValueKind.Object } values
            ? values.EnumerateObject().Where(property => Number(property.Value) is not null).Select(property => (property.Name, Number(property.Value)!.Value, Step(property.Value)))
            : [];

    private JsonElement? Find(string[] path)
    {
        JsonElement value = root;
        foreach (string name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }
        return value;
    }

    // A number may be written as text.
    private static decimal? Number(JsonElement value)
    {
        string text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString()!.Replace(",", ""),
            _ => "",
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
    }

    private static decimal Step(JsonElement value)
    {
        string text = value.ToString();
        int point = text.IndexOf('.');
        decimal step = 1;
        for (int i = point < 0 ? text.Length : point + 1; i < text.Length && char.IsDigit(text[i]); i++)
        {
            step /= 10;
        }
        return step;
    }
}
