using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A value of the metadata, as far as a size can depend on it.</summary>
internal sealed class GgufValue
{
    /// <summary>A whole number or a boolean, or null where it is none.</summary>
    public long? Number { get; private set; }

    /// <summary>A short string, or null where it is none or long.</summary>
    public string? Text { get; private set; }

    /// <summary>Whole numbers or booleans, or null where it is no array of them or a long one.</summary>
    public IReadOnlyList<long>? Numbers { get; private set; }

    /// <summary>Elements of an array, kept or not; 0 for another value.</summary>
    public long Elements { get; private set; }

    public static GgufValue Of(long? number) => new() { Number = number };

    public static GgufValue Of(string? text) => new() { Text = text };

    public static GgufValue Of(long elements, IReadOnlyList<long>? numbers) => new() { Elements = elements, Numbers = numbers };
}
