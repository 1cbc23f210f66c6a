using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A workload of a requirements file: what it says, by the names of the parameters that take it.</summary>
public sealed class SizingRequirement
{
    internal SizingRequirement(string source, IReadOnlyList<KeyValuePair<string, object>> values)
    {
        Source = source;
        Values = values;
    }

    /// <summary>File and line.</summary>
    public string Source { get; }

    /// <summary>What was stated, and nothing else: a text, a <see cref="long"/>, a <see cref="decimal"/>, a <see cref="bool"/>, or texts.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Values { get; }

    /// <summary>File and line.</summary>
    public override string ToString() => Source;
}
