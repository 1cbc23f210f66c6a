using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace LlmSizing;

/// <summary>A value of a JSON text that was read whole. The values are a view of the text's bytes: nothing is decoded before it is asked for.</summary>
internal readonly struct JsonView
{
    private readonly byte[] text;
    private readonly JsonToken[] nodes;
    private readonly int index;

    internal JsonView(byte[] text, JsonToken[] nodes, int index)
    {
        this.text = text;
        this.nodes = nodes;
        this.index = index;
    }

    public JsonKind Kind => nodes[index].Kind;

    public bool IsObject => Kind == JsonKind.Object;

    public bool IsNull => Kind == JsonKind.Null;

    /// <summary>Values of a list or keys of an object; 0 elsewhere.</summary>
    public int Count => Kind is JsonKind.Array or JsonKind.Object ? nodes[index].Length : 0;

    /// <summary>Reads a text whole, or refuses it.</summary>
    /// <exception cref="ImportException">It is no JSON, or beyond a limit; names line and column.</exception>
    public static JsonView Parse(byte[] utf8, JsonLimits limits) => new JsonReader(utf8, utf8.Length, limits).Read();

    /// <inheritdoc cref="Parse(byte[], JsonLimits)"/>
    public static JsonView Parse(string text, JsonLimits limits) => text.Length > limits.Bytes
        ? throw JsonReader.TooLong(limits)
        : Parse(Encoding.UTF8.GetBytes(text), limits);

    /// <summary>Finds the value of a key of an object; looks at the keys one after another.</summary>
    public bool TryGet(string key, out JsonView value)
    {
        byte[] written = Encoding.UTF8.GetBytes(key);
        int next = index + 1;
        for (int left = IsObject ? Count : 0; left > 0; left--)
        {
            JsonToken name = nodes[next];
            if (name.HasEscape ? Decode(name) == key : IsWritten(name, written))
            {
                value = new JsonView(text, nodes, next + 1);
                return true;
            }
            next = nodes[next + 1].Next;
        }
        value = default;
        return false;
    }

    /// <summary>The keys and values of an object in their order; nothing elsewhere.</summary>
    public IEnumerable<KeyValuePair<string, JsonView>> Members()
    {
        int next = index + 1;
        for (int left = IsObject ? Count : 0; left > 0; left--)
        {
            yield return new KeyValuePair<string, JsonView>(Decode(nodes[next]), new JsonView(text, nodes, next + 1));
            next = nodes[next + 1].Next;
        }
    }

    /// <summary>The values of a list in their order; nothing elsewhere.</summary>
    public IEnumerable<JsonView> Items()
    {
        int next = index + 1;
        for (int left = Kind == JsonKind.Array ? Count : 0; left > 0; left--)
        {
            yield return new JsonView(text, nodes, next);
            next = nodes[next].Next;
        }
    }

    /// <summary>The text, or null where it is none.</summary>
    public string? AsText() => Kind == JsonKind.Text ? Decode(nodes[index]) : null;

    /// <summary>The whole number, or null where it is none, has a fraction or exponent, or does not fit.</summary>
    public long? AsInteger()
    {
        JsonToken node = nodes[index];
        bool isNegative = text[node.Start] == '-';
        int first = isNegative ? 1 : 0;
        if (node.Kind != JsonKind.Number || node.Length - first > 18)
        {
            return null;
        }
        long number = 0;
        for (int i = first; i < node.Length; i++)
        {
            int digit = text[node.Start + i] - '0';
            if (digit is < 0 or > 9)
            {
                return null;
            }
            number = (number * 10) + digit;
        }
        return isNegative ? -number : number;
    }

    /// <summary>The number, or null where it is none or not finite.</summary>
    public double? AsNumber() =>
        Kind == JsonKind.Number && double.TryParse(Written(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number) ? number : null;

    /// <summary>true or false, or null where it is neither.</summary>
    public bool? AsBoolean() => Kind switch
    {
        JsonKind.True => true,
        JsonKind.False => false,
        _ => null,
    };

    /// <summary>The value as it is written, shortened, for messages.</summary>
    public override string ToString() => Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "a list",
        JsonKind.Text => "'" + Shown.Plain(Decode(nodes[index])) + "'",
        _ => Written(),
    };

    private string Written() => Encoding.UTF8.GetString(text, nodes[index].Start, nodes[index].Length);

    private string Decode(JsonToken node) => node.HasEscape ? JsonText.Decode(text, node.Start, node.Length) : Encoding.UTF8.GetString(text, node.Start, node.Length);

    private bool IsWritten(JsonToken node, byte[] key)
    {
        if (node.Length != key.Length)
        {
            return false;
        }
        for (int i = 0; i < key.Length; i++)
        {
            if (text[node.Start + i] != key[i])
            {
                return false;
            }
        }
        return true;
    }
}
