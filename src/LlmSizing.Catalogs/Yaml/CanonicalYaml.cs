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
    private const int KeyLength = 128;

    // Keys are compared with one another; a larger mapping is no catalog's.
    private const int MapLength = 1000;

    private readonly string text;
    private int lineStart;
    private int nextLine;
    private int position;
    private int end;
    private int indent;
    private long line;
    private bool atEnd;
    private int nodes;

    private CanonicalYaml(string text) => this.text = text;

    /// <summary>The root, or null where the file is not written in this way.</summary>
    public static Node? Read(string text)
    {
        var reader = new CanonicalYaml(text.Replace("\r\n", "\n"));
        reader.MoveToContent();
        if (reader.text.IndexOf('\r') >= 0 || reader.text.IndexOf('\t') >= 0 || reader.atEnd || reader.indent != 0)
        {
            return null;
        }
        Node? root = reader.ReadMap(0, 1);
        return reader.atEnd ? root : null;
    }

    // The mapping starts at the current position; its other keys stand at its indentation.
    private MapNode? ReadMap(int mapIndent, int depth)
    {
        if (!Admit(depth))
        {
            return null;
        }
        (long startLine, int startColumn) = (line, Column);
        var entries = new List<MapEntry>();
        while (true)
        {
            if (ReadKey(entries) is not ScalarNode key || (position == end ? ReadNested(mapIndent, depth + 1) : ReadRest(depth + 1)) is not Node value)
            {
                return null;
            }
            entries.Add(new MapEntry(key, value));
            if (atEnd || indent < mapIndent)
            {
                return new MapNode(entries, startLine, startColumn, null);
            }
            if (indent > mapIndent)
            {
                return null;
            }
        }
    }

    private Node? ReadNested(int parentIndent, int depth)
    {
        MoveToContent();
        if (atEnd || indent <= parentIndent)
        {
            return null;
        }
        return IsItem() ? ReadList(indent, depth) : ReadMap(indent, depth);
    }

    private ListNode? ReadList(int listIndent, int depth)
    {
        if (!Admit(depth))
        {
            return null;
        }
        (long startLine, int startColumn) = (line, Column);
        var items = new List<Node>();
        do
        {
            if (!IsItem())
            {
                return null;
            }
            position += 2;
            Node? item = KeyEnd() > 0 ? ReadMap(listIndent + 2, depth + 1) : ReadRest(depth + 1);
            if (item is null || (!atEnd && indent > listIndent))
            {
                return null;
            }
            items.Add(item);
        }
        while (!atEnd && indent == listIndent);
        return new ListNode(items, startLine, startColumn, null);
    }

    // A value that ends with the line.
    private Node? ReadRest(int depth)
    {
        Node? value = ReadValue(depth, isFlow: false);
        if (value is null || position != end)
        {
            return null;
        }
        MoveToContent();
        return value;
    }

    private Node? ReadValue(int depth, bool isFlow)
    {
        SkipSpaces();
        return position == end ? null : text[position] switch
        {
            '"' => ReadQuoted(depth),
            '{' => ReadFlowMap(depth),
            '[' => ReadFlowList(depth),
            _ => ReadPlain(depth, isFlow),
        };
    }

    private ListNode? ReadFlowList(int depth)
    {
        if (!Admit(depth))
        {
            return null;
        }
        int startColumn = Column;
        var items = new List<Node>();
        position++;
        SkipSpaces();
        while (!Takes(']'))
        {
            if ((items.Count > 0 && !Takes(',')) || ReadValue(depth + 1, isFlow: true) is not Node item)
            {
                return null;
            }
            items.Add(item);
            SkipSpaces();
        }
        return new ListNode(items, line, startColumn, null);
    }

    private MapNode? ReadFlowMap(int depth)
    {
        if (!Admit(depth))
        {
            return null;
        }
        int startColumn = Column;
        var entries = new List<MapEntry>();
        position++;
        SkipSpaces();
        while (!Takes('}'))
        {
            if (entries.Count > 0 && !Takes(','))
            {
                return null;
            }
            SkipSpaces();
            if (ReadKey(entries) is not ScalarNode key || ReadValue(depth + 1, isFlow: true) is not Node value)
            {
                return null;
            }
            entries.Add(new MapEntry(key, value));
            SkipSpaces();
        }
        return new MapNode(entries, line, startColumn, null);
    }

    private ScalarNode? ReadKey(List<MapEntry> entries)
    {
        int keyEnd = KeyEnd();
        if (keyEnd == 0 || entries.Count == MapLength || !Admit(1))
        {
            return null;
        }
        var key = new ScalarNode(text.Substring(position, keyEnd - position), true, line, Column);
        foreach (MapEntry entry in entries)
        {
            if (entry.Key.Text == key.Text)
            {
                return null;
            }
        }
        position = keyEnd + 1;
        return key;
    }

    private ScalarNode? ReadQuoted(int depth)
    {
        int closing = text.IndexOf('"', position + 1, end - position - 1);
        if (closing < 0 || closing - position > YamlLimits.TextLength || text.IndexOf('\\', position, closing - position) >= 0 || !Admit(depth))
        {
            return null;
        }
        var value = new ScalarNode(text.Substring(position + 1, closing - position - 1), false, line, Column);
        position = closing + 1;
        return value;
    }

    private ScalarNode? ReadPlain(int depth, bool isFlow)
    {
        int start = position;
        // A minus is the sign of a number or part of a word; alone it is a list's.
        bool starts = IsWord(text[start]) && (text[start] != '-' || (start + 1 < end && IsLetterOrDigit(text[start + 1])));
        while (position < end && (IsWord(text[position]) || text[position] == ' ' || (text[position] == ',' && !isFlow)))
        {
            position++;
        }
        int last = position;
        while (last > start && text[last - 1] == ' ')
        {
            last--;
        }
        return starts && last - start <= YamlLimits.TextLength && Admit(depth)
            ? new ScalarNode(text.Substring(start, last - start), true, line, start - lineStart + 1)
            : null;
    }

    // The position of the colon behind a key, or 0 where no key stands.
    private int KeyEnd()
    {
        int at = position;
        if (at >= end || !(IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            return 0;
        }
        while (at < end && (IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '-'))
        {
            at++;
        }
        bool isKey = at < end && at - position <= KeyLength && text[at] == ':' && (at + 1 == end || text[at + 1] == ' ');
        return isKey ? at : 0;
    }

    private bool IsItem() => position + 2 < end && text[position] == '-' && text[position + 1] == ' ' && text[position + 2] != ' ';

    private bool Takes(char c)
    {
        if (position >= end || text[position] != c)
        {
            return false;
        }
        position++;
        return true;
    }

    private bool Admit(int depth) => depth <= YamlLimits.Depth && ++nodes <= YamlLimits.Nodes;

    private int Column => position - lineStart + 1;

    private void SkipSpaces()
    {
        while (position < end && text[position] == ' ')
        {
            position++;
        }
    }

    // The next line that is neither blank nor a comment.
    private void MoveToContent()
    {
        do
        {
            if (nextLine >= text.Length)
            {
                atEnd = true;
                return;
            }
            lineStart = nextLine;
            int lineBreak = text.IndexOf('\n', lineStart);
            end = lineBreak < 0 ? text.Length : lineBreak;
            nextLine = end + 1;
            line++;
            while (end > lineStart && text[end - 1] == ' ')
            {
                end--;
            }
            position = lineStart;
            SkipSpaces();
        }
        while (position == end || text[position] == '#');
        indent = position - lineStart;
    }

    private static bool IsWord(char c) => IsLetterOrDigit(c) || c is '_' or '.' or '/' or '+' or '-' or '(' or ')';

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
