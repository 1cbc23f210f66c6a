namespace LlmSizing;

/// <summary>Layers that attend to an encoder's tokens: as many for every sequence, whatever its length.</summary>
/// <remarks>vLLM's <c>CrossAttentionSpec</c>: keys and values of <c>max_num_encoder_input_tokens</c>, 1,500 for Whisper.</remarks>
public sealed class CrossAttention : HeadAttention
{
    /// <summary>Creates the group.</summary>
    /// <exception cref="SizingException">A number is below 1.</exception>
    public CrossAttention(long count, long keyValueHeads, long headDim, long encoderTokens, long? valueHeadDim = null, LayerSet? at = null)
        : base(count, keyValueHeads, headDim, valueHeadDim, at) =>
        EncoderTokens = AtLeastOne(encoderTokens, "encoder_tokens");

    /// <inheritdoc/>
    public override string Layout => "cross";

    /// <summary>Tokens of the encoder.</summary>
    public long EncoderTokens { get; }

    private protected override RationaleInput? Reach => new("encoder_tokens", EncoderTokens);

    /// <summary>No token of the context is kept.</summary>
    public override long CachedTokens(long context) => 0;

    /// <inheritdoc/>
    public override long SequenceBytes(KvPrecision precision, long tensorParallel = 1) => checked(EncoderTokens * TokenBytes(precision, tensorParallel));

    private protected override long KeptTokens(long context) => EncoderTokens;
}
