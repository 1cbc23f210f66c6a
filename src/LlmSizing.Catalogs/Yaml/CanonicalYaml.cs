using System.Collections.Generic;

namespace LlmSizing;

/// <summary>
/// Reads the YAML that catalogs are written in: block mappings and lists by indentation, one-line flow collections,
/// text in double quotes without escapes, plain words and numbers. Anything else, and anything wrong, is left to <see cref="NodeReader"/>.
/// </summary>
/// <remarks>
/// It is here for the first command of a session: the YAML library has to be compiled before it runs, which takes several times as long as all the rest.
/// It never decides what is wrong. A test holds it against the library: where it answers, the library gives the same nodes at the same places.
/// </remarks>
internal sealed class CanonicalYaml
{
    // Keys are compared with one another; a larger mapping is no catalog's.
    private const int MapLength = 1000;

    private readonly PlainLines lines;
    private int nodes;

    private CanonicalYaml(PlainLines lines) => this.lines = lines;

    /// <summary>The root, or null where the file is not written in this way.</summary>
    public static Node? Read(string text)
    {
        var lines = new PlainLines(text);
        if (!lines.IsPlain || lines.AtEnd || lines.Indent != 0)
        {
            return null;
        }
        Node? root = new CanonicalYaml(lines).ReadMap(0, 1);
        return lines.AtEnd ? root : null;
    }

    // The mapping starts at the current position; its other keys stand at its indentation.
    private MapNode? ReadMap(int indent, int depth)
    {
        if (!Admit(depth))
        {
            return null;
        }
        (long line, int column) = (lines.Line, lines.Column);
        var entries = new List<MapEntry>();
        while (true)
        {
            if (ReadKey(entries) is not ScalarNode key || (lines.AtLineEnd ? ReadNested(indent, depth + 1) : ReadRest(depth + 1)) is not Node value)
            {
                return null;
            }
            entries.Add(new MapEntry(key, value));
            if (lines.AtEnd || lines.Indent < indent)
            {
                return new MapNode(entries, line, column, null);
            }
            if (lines.Indent > indent)
            {
                return null;
            }
        }
    }

    private Node? ReadNested(int parentIndent, int depth)
    {
        lines.MoveToContent();
        if (lines.AtEnd || lines.Indent <= parentIndent)
        {
            return null;
        }
        return lines.AtItem ? ReadList(lines.Indent, depth) : ReadMap(lines.Indent, depth);
    }

    private ListNode? ReadList(int indent, int depth)
    {
        if (!Admit(depth))
        {
            return null;
        }
        (long line, int column) = (lines.Line, lines.Column);
        var items = new List<Node>();
        do
        {
            if (!lines.AtItem)
            {
                return null;
            }
            lines.SkipItemMark();
            Node? item = lines.AtKey ? ReadMap(indent + 2, depth + 1) : ReadRest(depth + 1);
            if (item is null || (!lines.AtEnd && lines.Indent > indent))
            {
                return null;
            }
            items.Add(item);
        }
        while (!lines.AtEnd && lines.Indent == indent);
        return new ListNode(items, line, column, null);
    }

    // A value that ends with the line.
    private Node? ReadRest(int depth)
    {
        Node? value = ReadValue(depth, isFlow: false);
        if (value is null || !lines.AtLineEnd)
        {
            return null;
        }
        lines.MoveToContent();
        return value;
    }

    private Node? ReadValue(int depth, bool isFlow)
    {
        lines.SkipSpaces();
        return lines.AtLineEnd ? null : lines.Current switch
        {
            '"' => ReadScalar(isPlain: false, isFlow),
            '{' => ReadFlowMap(depth),
            '[' => ReadFlowList(depth),
            _ => ReadScalar(isPlain: true, isFlow),
        };
    }

    private ListNode? ReadFlowList(int depth)
    {
        if (!Admit(depth))
        {
            return null;
        }
        int column = lines.Column;
        var items = new List<Node>();
        lines.Takes('[');
        lines.SkipSpaces();
        while (!lines.Takes(']'))
        {
            if ((items.Count > 0 && !lines.Takes(',')) || ReadValue(depth + 1, isFlow: true) is not Node item)
            {
                return null;
            }
            items.Add(item);
            lines.SkipSpaces();
        }
        return new ListNode(items, lines.Line, column, null);
    }

    private MapNode? ReadFlowMap(int depth)
    {
        if (!Admit(depth))
        {
            return null;
        }
        int column = lines.Column;
        var entries = new List<MapEntry>();
        lines.Takes('{');
        lines.SkipSpaces();
        while (!lines.Takes('}'))
        {
            if (entries.Count > 0 && !lines.Takes(','))
            {
                return null;
            }
            lines.SkipSpaces();
            if (ReadKey(entries) is not ScalarNode key || ReadValue(depth + 1, isFlow: true) is not Node value)
            {
                return null;
            }
            entries.Add(new MapEntry(key, value));
            lines.SkipSpaces();
        }
        return new MapNode(entries, lines.Line, column, null);
    }

    private ScalarNode? ReadKey(List<MapEntry> entries)
    {
        int column = lines.Column;
        if (entries.Count == MapLength || !Admit(1) || lines.TakeKey() is not string key)
        {
            return null;
        }
        foreach (MapEntry entry in entries)
        {
            if (entry.Key.Text == key)
            {
                return null;
            }
        }
        return new ScalarNode(key, true, lines.Line, column);
    }

    private ScalarNode? ReadScalar(bool isPlain, bool isFlow)
    {
        int column = lines.Column;
        string? text = isPlain ? lines.TakePlain(isFlow) : lines.TakeQuoted();
        return text is { Length: <= YamlLimits.TextLength } && Admit(1) ? new ScalarNode(text, isPlain, lines.Line, column) : null;
    }

    private bool Admit(int depth) => depth <= YamlLimits.Depth && ++nodes <= YamlLimits.Nodes;
}
