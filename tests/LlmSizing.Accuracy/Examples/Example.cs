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
        Dictionary<object, object?>[] entries = [.. new ExampleValues(root).List("examples").OfType<Dictionary<object, object?>>()];
        return [.. entries.Select(entry => new Example(new ExampleValues(entry), InputsOf(entry, entries), entry.GetValueOrDefault("expected")))];
    }

    // as: the inputs of another example, some of them changed.
    private static object? InputsOf(Dictionary<object, object?> entry, IReadOnlyList<Dictionary<object, object?>> entries)
    {
        if (entry.GetValueOrDefault("inputs") is not Dictionary<object, object?> own || !own.TryGetValue("as", out object? other)
            || entries.FirstOrDefault(candidate => Equals(candidate.GetValueOrDefault("id"), other))?.GetValueOrDefault("inputs") is not Dictionary<object, object?> common)
        {
            return entry.GetValueOrDefault("inputs");
        }
        var inputs = new Dictionary<object, object?>(common);
        foreach ((object key, object? value) in own)
        {
            inputs[key] = value;
        }
        return inputs;
    }
}
