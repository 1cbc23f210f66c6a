namespace LlmSizing;

/// <summary>Jamba: Mamba 1 mixers with attention every few layers, experts every few.</summary>
internal sealed class JambaDecoder : Decoder
{
    private readonly Mamba1Block mamba;
    private readonly long period;
    private readonly long offset;

    public JambaDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        mamba = new Mamba1Block(Config, Hidden);
        period = System.Math.Max(1, Config.Integer(8, "attn_layer_period"));
        offset = Config.Integer(4, "attn_layer_offset");
    }

    public override long Intermediate => Config.Integer("intermediate_size");

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        if (layer % period == offset)
        {
            cache.Full(layer, KeyValueHeads, HeadDim);
            new AttentionBlock(Hidden, Heads, KeyValueHeads, HeadDim).AddTo(part, Traits);
            return;
        }
        mamba.AddState(Context, layer, cache);
        mamba.AddTo(part.Inside("mamba"), hasNorms: true);
    }
}
