using System;
using System.Collections.Generic;
using System.IO;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LlmSizing;

/// <summary>Builds the node tree of a file from parser events. Every limit acts between two events, before the parser's cost can grow with the input.</summary>
internal sealed class NodeReader
{
    private readonly string text;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly bool isJson;
    private int nodes;

    private NodeReader(string text, bool isJson)
    {
        this.text = text;
        this.isJson = isJson;
        // Comments are events only where they must be refused.
        scanner = new Scanner(new StringReader(text), skipComments: !isJson);
        parser = new Parser(scanner);
    }

    /// <summary>Reads the one document of a file; null when there is none.</summary>
    /// <exception cref="RefusedFileException">The file is not YAML (or JSON), or beyond a limit.</exception>
    public static Node? Read(string text, bool isJson) => new NodeReader(text, isJson).ReadStream();

    private Node? ReadStream()
    {
        Next();
        if (Next() is not DocumentStart document)
        {
            return null;
        }
        RefuseBlockStyle(document, !document.IsImplicit);
        Node root = ReadNode(Next(), 1, null);
        Next();
        ParsingEvent end = Next();
        return end is StreamEnd
            ? root
            : throw Refused(ProblemCodes.SeveralDocuments, end, "A second document starts here.", "Write one document: put all entries under one 'models:', 'servers:', 'storage:' or 'scenarios:'.");
    }

    private Node ReadNode(ParsingEvent start, int depth, ScalarNode? key)
    {
        if (++nodes > YamlLimits.Nodes)
        {
            throw Refused(ProblemCodes.TooManyNodes, start, $"The file has more than {NumberText.Plain(YamlLimits.Nodes)} keys and values.", "Split it into several files.");
        }
        if (depth > YamlLimits.Depth && start is MappingStart or SequenceStart)
        {
            throw Refused(ProblemCodes.TooDeep, start, $"More than {NumberText.Plain(YamlLimits.Depth)} lists and mappings stand inside one another.", "Write catalog entries: they need five.");
        }
        return start switch
        {
            Scalar scalar => ReadScalar(scalar, key),
            SequenceStart list => ReadList(list, depth),
            MappingStart map => ReadMap(map, depth),
            AnchorAlias alias => new ScalarNode("", false, alias.Start.Line, alias.Start.Column, new Defect(
                ProblemCodes.Alias, $"{Shown.Quoted("*" + alias.Value.Value)} repeats another part of the file.", "Write the value itself.")),
            _ => throw Refused(ProblemCodes.Syntax, start, "The file ends in the middle of a value.", "Complete it."),
        };
    }

    private ScalarNode ReadScalar(Scalar scalar, ScalarNode? key)
    {
        if (scalar.Value.Length > YamlLimits.TextLength)
        {
            throw Refused(ProblemCodes.TextTooLong, scalar, $"The text has more than {NumberText.Plain(YamlLimits.TextLength)} characters.", "Shorten it.");
        }
        bool plain = scalar.Style == ScalarStyle.Plain;
        if (isJson && !(scalar.Style == ScalarStyle.DoubleQuoted || (plain && PlainText.IsJson(scalar.Value))))
        {
            throw Refused(ProblemCodes.NotJson, scalar, $"{Shown.Quoted(scalar.Value)} is not JSON.", "Write text in double quotes, numbers in digits, true or false; or name the file .yaml.");
        }
        // The parser places a value that is not there behind the next line's indentation; a person looks for it at its key.
        Mark at = scalar.Start;
        Defect? defect = DefectOf(scalar);
        return plain && scalar.Value.Length == 0 && key is not null && defect is null
            ? new ScalarNode("", true, key.Line, key.Column)
            : new ScalarNode(scalar.Value, plain, at.Line, at.Column, defect);
    }

    private ListNode ReadList(SequenceStart start, int depth)
    {
        RefuseBlockStyle(start, start.Style == SequenceStyle.Block);
        var items = new List<Node>();
        for (ParsingEvent next = Next(); next is not SequenceEnd; next = Next())
        {
            items.Add(ReadNode(next, depth + 1, null));
        }
        return new ListNode(items, start.Start.Line, start.Start.Column, DefectOf(start));
    }

    private MapNode ReadMap(MappingStart start, int depth)
    {
        RefuseBlockStyle(start, start.Style == MappingStyle.Block);
        var entries = new List<MapEntry>();
        var seen = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        for (ParsingEvent next = Next(); next is not MappingEnd; next = Next())
        {
            ScalarNode key = Checked(ReadKey(next, depth), seen);
            entries.Add(new MapEntry(key, ReadNode(Next(), depth + 1, key)));
        }
        return new MapNode(entries, start.Start.Line, start.Start.Column, DefectOf(start));
    }

    private ScalarNode ReadKey(ParsingEvent start, int depth) => start is Scalar or AnchorAlias
        ? (ScalarNode)ReadNode(start, depth + 1, null)
        : throw Refused(ProblemCodes.ComplexKey, start, "A list or a mapping stands where a key belongs.", "Write 'key: value'; put text that holds braces or brackets in quotes.");

    private static ScalarNode Checked(ScalarNode key, Dictionary<string, ScalarNode> seen)
    {
        Defect? defect = key.Defect;
        if (key.IsPlain && key.Text == "<<")
        {
            defect = new Defect(ProblemCodes.MergeKey, "'<<' merges another mapping into this one.", "Write the fields themselves.");
        }
        else if (seen.TryGetValue(key.Text, out ScalarNode? first))
        {
            defect ??= new Defect(
                ProblemCodes.DuplicateKey, $"{Shown.Quoted(key.Text)} is already there, in line {NumberText.Plain(first.Line)}.", "Keep one of the two.");
        }
        else
        {
            seen.Add(key.Text, key);
        }
        return defect == key.Defect ? key : new ScalarNode(key.Text, key.IsPlain, key.Line, key.Column, defect);
    }

    private static Defect? DefectOf(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            return new Defect(ProblemCodes.Anchor, $"{Shown.Quoted("&" + node.Anchor.Value)} names the value for repetition.", "Leave the name out, and put text that starts with & in quotes.");
        }
        return node.Tag.IsEmpty
            ? null
            : new Defect(ProblemCodes.Tag, $"The tag {Shown.Quoted(node.Tag.IsNonSpecific ? "!" : node.Tag.Value)} changes the type of the value.", "Leave the tag out, and put text that starts with ! in quotes.");
    }

    private void RefuseBlockStyle(ParsingEvent start, bool isBlock)
    {
        if (isJson && isBlock)
        {
            throw Refused(ProblemCodes.NotJson, start, "The file is YAML but not JSON.", "Write JSON, with braces and double quotes, or name the file .yaml.");
        }
    }

    private ParsingEvent Next()
    {
        try
        {
            parser.MoveNext();
        }
        catch (YamlException error)
        {
            // Some of the parser's errors carry no place.
            throw NotYaml(error.Start.Equals(Mark.Empty) ? scanner.CurrentPosition : error.Start, error.Message);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The parser has states that it does not expect to reach, and malformed files that reach them (three lines of "...", for one).
            throw NotYaml(scanner.CurrentPosition, "the text cannot be followed from here on.");
        }
        return parser.Current switch
        {
            null => throw NotYaml(scanner.CurrentPosition, "the text ends too early."),
            Comment comment => throw Refused(ProblemCodes.NotJson, comment, "JSON has no comments.", "Leave the comment out, or name the file .yaml."),
            ParsingEvent current => current,
        };
    }

    private RefusedFileException NotYaml(Mark at, string reason)
    {
        string suggestion = LineOf(at).TrimStart(' ').StartsWith("\t", StringComparison.Ordinal)
            ? "Indent with spaces, not with tabs."
            : "Check indentation, quotes, brackets and colons here and just above.";
        // The parser counts a line behind the last one.
        (long line, long column) = at.Index < text.Length ? (at.Line, at.Column) : SourceText.Position(text.TrimEnd());
        return new RefusedFileException(ProblemCodes.Syntax, line, column, $"This is not {(isJson ? "JSON" : "YAML")}: {Shown.Sentence(reason)}", suggestion);
    }

    private string LineOf(Mark at)
    {
        int index = (int)Math.Min(at.Index, text.Length);
        int start = index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        int end = text.IndexOf('\n', start);
        return text.Substring(start, (end < 0 ? text.Length : end) - start);
    }

    private static RefusedFileException Refused(string code, ParsingEvent at, string message, string suggestion) =>
        new(code, at.Start.Line, at.Start.Column, message, suggestion);
}
