namespace LlmSizing;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind : byte
{
    Null,
    False,
    True,
    Number,

    /// <summary>NaN, Infinity or -Infinity: no JSON, but Python writes them and real files have them.</summary>
    NotFinite,
    Text,
    Array,
    Object,
}
