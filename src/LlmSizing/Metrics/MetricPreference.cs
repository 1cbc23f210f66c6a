namespace LlmSizing;

/// <summary>Which way a metric is better, where that can be said.</summary>
public enum MetricPreference
{
    /// <summary>Neither: more is not better in itself, nor is less.</summary>
    None,

    /// <summary>Less is better.</summary>
    Less,

    /// <summary>More is better.</summary>
    More,
}
