namespace LlmSizing;

/// <summary>The kinds of tensors that llama.cpp's mixes tell apart.</summary>
internal enum GgufTensorKind
{
    /// <summary>Norms, biases, routers, convolutions: fp32 in every file.</summary>
    Plain,

    /// <summary>Towers: fp16 in a file of their own.</summary>
    Tower,

    Embedding,
    Output,
    Query,
    Key,

    /// <summary>Values, and queries, keys and values in one.</summary>
    Value,

    AttentionOutput,
    Gate,
    Up,
    Down,
    Other,
}
