namespace LlmSizing;

/// <summary>The first Qwen: its intermediate_size counts gate and up together.</summary>
internal sealed class FirstQwenDecoder : Decoder
{
    public FirstQwenDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
    }

    public override long Intermediate => Config.Integer("intermediate_size") / 2;
}
