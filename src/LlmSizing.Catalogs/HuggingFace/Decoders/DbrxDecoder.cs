namespace LlmSizing;

/// <summary>DBRX: attention and experts under objects of their own.</summary>
internal sealed class DbrxDecoder : Decoder
{
    private readonly HfConfig attention;

    public DbrxDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits) => attention = Config.FindObject("attn_config") ?? throw Config.Missing("attn_config");

    public override long KeyValueHeads => attention.Integer("kv_n_heads");

    public override long Intermediate => 0;

    protected override MoeBlock? FindMoe()
    {
        HfConfig ffn = Config.FindObject("ffn_config") ?? throw Config.Missing("ffn_config");
        return MoeBlock.Of(Hidden, Layers, ffn.Integer("moe_num_experts"), ffn.Integer("moe_top_k"), ffn.Integer("ffn_hidden_size"));
    }
}
