namespace LlmSizing;

/// <summary>Pure state-space models: Mamba, Falcon-Mamba and Mamba 2. They keep a state and no token.</summary>
internal sealed class MambaDecoder : Decoder
{
    private readonly bool isSecond;

    public MambaDecoder(ImportContext context, DecoderTraits traits, bool isSecond)
        : base(context, traits) => this.isSecond = isSecond;

    public override long QueryHeads => 0;

    public override long Intermediate => 0;

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        ModulePart mixer = part.Inside("mixer");
        if (isSecond)
        {
            var second = new Mamba2Block(Config, Hidden);
            second.AddState(Context, layer, cache);
            second.AddTo(mixer);
            return;
        }
        var first = new Mamba1Block(Config, Hidden, Config.FindInteger("intermediate_size"));
        first.AddState(Context, layer, cache);
        first.AddTo(mixer, hasNorms: false);
    }

    protected override void AddFeedForward(long layer, ModulePart part)
    {
    }
}
