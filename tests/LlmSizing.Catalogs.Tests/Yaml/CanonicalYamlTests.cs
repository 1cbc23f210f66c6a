using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace LlmSizing.Catalogs.Tests.Yaml;

/// <summary>The quick reader never says anything that the YAML library does not.</summary>
public class CanonicalYamlTests(ITestOutputHelper output)
{
    public static TheoryData<string> BuiltIn => [.. Repository.CatalogFiles.Select(file => Path.GetRelativePath(Repository.Catalogs, file))];

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void Every_built_in_file_is_read_quickly_and_rightly(string file)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Catalogs, file));
        Node? quick = CanonicalYaml.Read(text);
        Assert.True(quick is not null, "Write the file in the plain YAML of the others: reading it with the library costs the first command of a session.");
        Assert.Equal(Shape(NodeReader.Read(text, isJson: false)!), Shape(quick));
        Assert.Equal(Shape(NodeReader.Read(text.Replace("\n", "\r\n", StringComparison.Ordinal), isJson: false)!), Shape(CanonicalYaml.Read(text.Replace("\n", "\r\n", StringComparison.Ordinal))!));
    }

    [Fact]
    public void Where_it_answers_about_damaged_files_the_library_agrees()
    {
        string[] texts = [.. Repository.CatalogFiles.Select(file => Shortened(File.ReadAllText(file))), Samples.Models, Samples.Servers, Samples.Scenarios];
        int answered = 0;
        for (int seed = 0; seed < 20_000; seed++)
        {
            string text = new Mutations(seed).Damage(texts[seed % texts.Length]);
            // The reader sees only what passed the check of the characters.
            if (IsText(text) && CanonicalYaml.Read(text) is Node quick)
            {
                answered++;
                Assert.True(Shape(quick) == LibraryShape(text), $"seed {seed}: {LibraryShape(text)}\n{text}");
            }
        }
        output.WriteLine($"{answered} of 20000 damaged files were still read quickly");
        Assert.InRange(answered, 1000, 19_000);
    }

    [Theory]
    [InlineData("a: b\n c\n")]
    [InlineData("a: \"b\"\n \"c\"\n")]
    [InlineData("a: b # c\n")]
    [InlineData("a: [b] # c\n")]
    [InlineData("a: \"b\" # c\n")]
    [InlineData("a: [b, ]\n")]
    [InlineData("a: [b: c]\n")]
    [InlineData("a: {b}\n")]
    [InlineData("a: {b:c}\n")]
    [InlineData("a: 'b'\n")]
    [InlineData("a: \"\\n\"\n")]
    [InlineData("a: |\n  b\n")]
    [InlineData("a:\n- b\n")]
    [InlineData("a:\n  -  b\n")]
    [InlineData("a:\n  - - b\n")]
    [InlineData("a:\n  -\n    b\n")]
    [InlineData("a:\n")]
    [InlineData("a: b\na: c\n")]
    [InlineData("a: b\n---\n")]
    [InlineData("a: &b c\n")]
    [InlineData("a: *b\n")]
    [InlineData("a: !b c\n")]
    [InlineData("? a\n: b\n")]
    [InlineData("a: - b\n")]
    [InlineData("a: -\n")]
    [InlineData("a:\tb\n")]
    [InlineData("a: b\rc: d\n")]
    [InlineData(" a: b\n")]
    [InlineData("- a\n")]
    [InlineData("a\n")]
    [InlineData("")]
    public void What_is_not_plain_is_left_to_the_library(string text) => Assert.Null(CanonicalYaml.Read(text));

    [Fact]
    public void It_keeps_the_limits()
    {
        Assert.NotNull(CanonicalYaml.Read("a: " + new string('[', 14) + "b" + new string(']', 14)));
        Assert.Null(CanonicalYaml.Read("a: " + new string('[', 16) + "b" + new string(']', 16)));
        Assert.Null(CanonicalYaml.Read("a: " + new string('b', YamlLimits.TextLength + 1)));
        Assert.Null(CanonicalYaml.Read("a: \"" + new string('b', YamlLimits.TextLength + 1) + "\""));
        Assert.Null(CanonicalYaml.Read("a: [" + string.Join(", ", Enumerable.Repeat("b", YamlLimits.Nodes)) + "]"));
        Assert.Null(CanonicalYaml.Read(string.Concat(Enumerable.Range(0, 50_000).Select(key => $"k{key}: 1\n"))));
    }

    private static string Shortened(string text) => text[..Math.Min(text.Length, 3000)][..(text[..Math.Min(text.Length, 3000)].LastIndexOf('\n') + 1)];

    private static bool IsText(string text)
    {
        try
        {
            return SourceText.Decode(Encoding.UTF8.GetBytes(text)) == text;
        }
        catch (RefusedFileException)
        {
            return false;
        }
    }

    private static string LibraryShape(string text)
    {
        try
        {
            return NodeReader.Read(text, isJson: false) is Node node ? Shape(node) : "nothing";
        }
        catch (RefusedFileException refused)
        {
            return refused.Message;
        }
    }

    private static string Shape(Node node)
    {
        var shape = new StringBuilder();
        Write(node, shape);
        return shape.ToString();
    }

    private static void Write(Node node, StringBuilder shape)
    {
        shape.Append(node.Line).Append(':').Append(node.Column).Append(node.Defect?.Code);
        switch (node)
        {
            case ScalarNode scalar:
                shape.Append(scalar.IsPlain ? "=" : "\"").Append(scalar.Text).Append('\n');
                break;
            case ListNode list:
                Write(list.Items, "[", "]\n", shape);
                break;
            case MapNode map:
                Write(map.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }), "{", "}\n", shape);
                break;
        }
    }

    private static void Write(IEnumerable<Node> nodes, string open, string close, StringBuilder shape)
    {
        shape.Append(open);
        foreach (Node node in nodes)
        {
            Write(node, shape);
        }
        shape.Append(close);
    }
}
