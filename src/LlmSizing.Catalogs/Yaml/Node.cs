using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A piece of a file: text, a list or a mapping, with the place where it starts.</summary>
internal abstract class Node
{
    protected Node(long line, long column, Defect? defect)
    {
        Line = line;
        Column = column;
        Defect = defect;
    }

    public long Line { get; }

    public long Column { get; }

    /// <summary>Why the node is refused whatever it holds, or null.</summary>
    public Defect? Defect { get; }

    /// <summary>What the node is, in a sentence.</summary>
    public abstract string Kind { get; }
}

/// <summary>Text as it was written; whether it is a number is the field's to say.</summary>
internal sealed class ScalarNode : Node
{
    public ScalarNode(string text, bool isPlain, long line, long column, Defect? defect = null)
        : base(line, column, defect)
    {
        Text = text;
        IsPlain = isPlain;
    }

    public string Text { get; }

    /// <summary>Written without quotes: only then may it be a number, a boolean or nothing.</summary>
    public bool IsPlain { get; }

    public override string Kind => IsPlain && Text.Length == 0 ? "nothing" : Shown.Quoted(Text);
}

// Lists as they are and not behind an interface: the first command reads them before the runtime has optimised anything.
internal sealed class ListNode : Node
{
    public ListNode(List<Node> items, long line, long column, Defect? defect)
        : base(line, column, defect) => Items = items;

    public List<Node> Items { get; }

    public override string Kind => "a list";
}

internal sealed class MapNode : Node
{
    public MapNode(List<MapEntry> entries, long line, long column, Defect? defect)
        : base(line, column, defect) => Entries = entries;

    /// <summary>The entries in the file's order; a repeated key is there with its defect.</summary>
    public List<MapEntry> Entries { get; }

    public override string Kind => "a mapping";

    /// <summary>The value of a key, or null; of a repeated key the first.</summary>
    public Node? Find(string key)
    {
        foreach (MapEntry entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry.Value;
            }
        }
        return null;
    }
}

internal sealed class MapEntry
{
    public MapEntry(ScalarNode key, Node value)
    {
        Key = key;
        Value = value;
    }

    public ScalarNode Key { get; }

    public Node Value { get; }
}
