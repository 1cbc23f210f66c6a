namespace LlmSizing;

/// <summary>What decides how many blocks a request takes.</summary>
internal enum CacheKind
{
    /// <summary>The whole context.</summary>
    Full,

    /// <summary>A sliding window.</summary>
    Sliding,

    /// <summary>A chunk.</summary>
    Chunked,

    /// <summary>An encoder's tokens.</summary>
    Cross,

    /// <summary>A recurrent state.</summary>
    State,
}
