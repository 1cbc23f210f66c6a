using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;

namespace LlmSizing;

/// <summary>JSON members in the order in which they are written, with numbers as numbers.</summary>
internal sealed class JsonPage : IDisposable
{
    private readonly MemoryStream bytes = new();
    private readonly XmlDictionaryWriter writer;

    public JsonPage(bool isOnOneLine = false) =>
        writer = JsonReaderWriterFactory.CreateJsonWriter(bytes, new UTF8Encoding(false), ownsStream: false, indent: !isOnOneLine, indentChars: "  ");

    /// <summary>An object; the outermost one and those in a list need no name.</summary>
    public void Object(string name, Action members)
    {
        Start(name, "object");
        members();
        writer.WriteEndElement();
    }

    /// <summary>A list of objects.</summary>
    public void Objects<T>(string name, IEnumerable<T> items, Action<T> members) => List(name, items, item => Object("item", () => members(item)));

    /// <summary>A list of strings.</summary>
    public void Texts(string name, IEnumerable<string> items) => List(name, items, item => Text("item", item));

    /// <summary>A string, or null.</summary>
    public void Text(string name, string? value) => Value(name, "string", value is null ? null : Printable.WellFormed(value));

    /// <summary>A whole number or a decimal, or null.</summary>
    public void Number(string name, object? value) => Value(name, "number", RoundTrip.Of(value));

    /// <summary>True or false, or null where unknown.</summary>
    public void Flag(string name, bool? value) => Value(name, "boolean", value is bool known ? (known ? "true" : "false") : null);

    /// <summary>A rationale's input: a string or a number.</summary>
    public void Any(string name, object value)
    {
        if (value is string text)
        {
            Text(name, text);
        }
        else
        {
            Number(name, value);
        }
    }

    /// <summary>A metric's value: a number, a name, or null.</summary>
    public void AnyOrNull(string name, object? value)
    {
        if (value is null)
        {
            Number(name, null);
        }
        else
        {
            Any(name, value);
        }
    }

    /// <summary>The text, with a line feed between lines.</summary>
    public override string ToString()
    {
        writer.Flush();
        return Encoding.UTF8.GetString(bytes.ToArray()).Replace("\r\n", "\n");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writer.Dispose();
        bytes.Dispose();
    }

    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        Start(name, "array");
        foreach (T item in items)
        {
            write(item);
        }
        writer.WriteEndElement();
    }

    private void Value(string name, string type, string? text)
    {
        Start(name, text is null ? "null" : type);
        if (text is not null)
        {
            writer.WriteString(text);
        }
        writer.WriteEndElement();
    }

    private void Start(string name, string type)
    {
        writer.WriteStartElement(name);
        writer.WriteAttributeString("type", type);
    }
}
