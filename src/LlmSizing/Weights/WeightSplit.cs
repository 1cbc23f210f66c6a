namespace LlmSizing;

/// <summary>How tensor parallelism splits a matrix (Shoeybi et al. 2019, Megatron-LM, arXiv 1909.08053).</summary>
public enum WeightSplit
{
    /// <summary>Whole on every GPU.</summary>
    Replicated,

    /// <summary>Column-parallel: the output features (rows of the stored matrix) are split.</summary>
    Column,

    /// <summary>Row-parallel: the input features (columns of the stored matrix) are split.</summary>
    Row,

    /// <summary>Column-parallel by key/value heads: a GPU keeps at least one head.</summary>
    KeyValue,

    /// <summary>The vocabulary, padded to a multiple of 64, is split.</summary>
    Vocabulary,
}
