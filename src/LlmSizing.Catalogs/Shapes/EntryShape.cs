using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A kind of entry: its section of the file, its fields, what its fields must agree on, and what it becomes.</summary>
internal abstract class EntryShape<T> where T : class
{
    protected EntryShape(string section, MapShape fields)
    {
        Section = section;
        Fields = fields;
    }

    /// <summary>The key at the root of a file.</summary>
    public string Section { get; }

    public MapShape Fields { get; }

    /// <summary>Reads the section. An entry with any problem is left out; the others stay.</summary>
    public IReadOnlyList<LocatedEntry<T>> Read(Node section, ProblemList problems, string source)
    {
        var root = new Place(problems, "", null);
        if (section.Defect is not null)
        {
            root.Refuse(section, Section, section.Defect);
            return [];
        }
        if (section is not ListNode list)
        {
            root.Refuse(section, Section, ProblemCodes.WrongType, $"{Section} is {section.Kind}.", "Write a list of entries, each starting with '- name:'.");
            return [];
        }
        var entries = new List<LocatedEntry<T>>();
        for (int i = 0; i < list.Items.Count && !problems.IsFull; i++)
        {
            if (ReadEntry(list.Items[i], i, problems, source) is LocatedEntry<T> entry)
            {
                entries.Add(entry);
            }
        }
        return entries;
    }

    /// <summary>Refuses fields that do not agree with one another; some may be missing.</summary>
    protected virtual void Check(Values values, Place place)
    {
    }

    /// <summary>The entry, of accepted fields.</summary>
    /// <exception cref="SizingException">Numbers that are in their ranges but not together.</exception>
    protected abstract T Create(Values values, string source);

    private LocatedEntry<T>? ReadEntry(Node node, int index, ProblemList problems, string source)
    {
        string path = $"{Section}[{NumberText.Plain(index)}]";
        if (node is not MapNode map || node.Defect is not null)
        {
            var nowhere = new Place(problems, path, null);
            nowhere.Refuse(node, null, node.Defect ?? new Defect(ProblemCodes.WrongType, $"The entry is {node.Kind}.", "Write a mapping that starts with '- name:'."));
            return null;
        }
        var place = new Place(problems, path, map.Find(EntryFields.Name.Name) is ScalarNode { Text.Length: > 0 } name ? Shown.Plain(name.Text) : null);
        long before = problems.Count;
        Values values = Fields.Read(map, place);
        Check(values, place);
        if (problems.Count > before)
        {
            return null;
        }
        try
        {
            return new LocatedEntry<T>(Create(values, $"{source}:{NumberText.Plain(map.Line)}"), map, place);
        }
        catch (SizingException error)
        {
            place.Refuse(map.Find(error.Input) ?? map, error.Input, ProblemCodes.OutOfRange, error.Message, "Check the numbers that it is made of.");
            return null;
        }
    }
}

/// <summary>An accepted entry and where it stands, for what is found when entries meet.</summary>
internal sealed class LocatedEntry<T>
{
    private readonly MapNode node;

    public LocatedEntry(T value, MapNode node, Place place)
    {
        Value = value;
        this.node = node;
        Place = place;
    }

    public T Value { get; }

    public Place Place { get; }

    /// <summary>The value of the name.</summary>
    public Node Name => node.Find(EntryFields.Name.Name)!;

    /// <summary>The value of an alias.</summary>
    public Node Alias(int index) => ((ListNode)node.Find(EntryFields.Aliases.Name)!).Items[index];
}
