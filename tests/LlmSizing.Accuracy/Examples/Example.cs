using System.Collections.Generic;
using System.IO;
using System.Linq;
using YamlDotNet.Serialization;

namespace LlmSizing.Accuracy;

/// <summary>One worked example: what goes in, what should come out, and how near.</summary>
public sealed class Example
{
    private Example(ExampleValues entry, object? inputs, object? expected)
    {
        Id = entry.Text("id") ?? "?";
        Inputs = new ExampleValues(inputs);
        Expected = new ExampleValues(expected);
        Tolerance = entry.Text("tolerance") ?? "exact";
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>What goes in.</summary>
    public ExampleValues Inputs { get; }

    /// <summary>What should come out.</summary>
    public ExampleValues Expected { get; }

    /// <summary>How near, in the file's words.</summary>
    public string Tolerance { get; }

    /// <summary>The examples of a file.</summary>
    public static IReadOnlyList<Example> Read(string path)
    {
        object? root = new DeserializerBuilder().Build().Deserialize<object?>(File.ReadAllText(path));
        return [.. new ExampleValues(root).List("examples").OfType<Dictionary<object, object?>>()
            .Select(entry => new Example(new ExampleValues(entry), entry.GetValueOrDefault("inputs"), entry.GetValueOrDefault("expected")))];
    }
}
