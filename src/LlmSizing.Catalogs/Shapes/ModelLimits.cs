namespace LlmSizing;

/// <summary>Ranges of a model's numbers: far beyond any model, and near enough to catch a slip of the keyboard.</summary>
internal static class ModelLimits
{
    public const long Layers = 1_000_000;

    public const long Heads = 1_000_000;

    public const long HeadDim = 1_000_000;

    /// <summary>The longest context that can be asked for.</summary>
    public const long Tokens = 1_000_000_000;

    /// <summary>Billions of parameters.</summary>
    public const decimal ParametersB = 1_000_000;

    /// <summary>GiB; the weights are part of the overhead and end where it ends.</summary>
    public const decimal WeightsGib = 1_000_000;
}
