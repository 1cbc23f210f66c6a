namespace LlmSizing;

/// <summary>Falcon 7B to 180B: one key/value head, or a group of them in the newer architecture.</summary>
internal sealed class FalconDecoder : Decoder
{
    public FalconDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
    }

    public override long KeyValueHeads => Config.Flag(false, "new_decoder_architecture") ? Config.Integer("num_kv_heads", "n_head_kv") : Config.Flag(true, "multi_query") ? 1 : Heads;

    public override long Intermediate => Config.FindInteger("ffn_hidden_size") ?? 4 * Hidden;
}
