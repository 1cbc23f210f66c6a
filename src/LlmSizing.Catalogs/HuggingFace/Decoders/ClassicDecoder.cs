namespace LlmSizing;

/// <summary>GPT-2 and its kin: an MLP of four times the hidden size unless the config says otherwise, one key/value head where it is multi-query.</summary>
internal sealed class ClassicDecoder : Decoder
{
    public ClassicDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
    }

    public override long KeyValueHeads => Config.Flag(false, "multi_query") ? 1
        : Config.FindInteger("num_key_value_heads") ?? Config.FindObject("attn_config")?.FindInteger("kv_n_heads") ?? Heads;

    public override long Intermediate => Config.FindInteger("n_inner", "intermediate_size", "ffn_dim") ?? Config.Integer(4, "expansion_ratio") * Hidden;
}
