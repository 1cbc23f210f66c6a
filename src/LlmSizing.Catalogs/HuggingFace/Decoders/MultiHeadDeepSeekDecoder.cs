namespace LlmSizing;

/// <summary>DeepSeek V2's layers with heads in place of a latent (use_mla false).</summary>
internal sealed class MultiHeadDeepSeekDecoder : Decoder
{
    public MultiHeadDeepSeekDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
    }

    public override long HeadDim => Hidden / System.Math.Max(1, Heads);
}
