namespace LlmSizing;

/// <summary>Whisper: a decoder whose layers attend to their own tokens and to the encoder's; the encoder keeps nothing.</summary>
internal sealed class EncoderDecoder : Decoder
{
    public EncoderDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
    }

    public override long Heads => Config.Integer("decoder_attention_heads");

    public override long Intermediate => Config.Integer("decoder_ffn_dim");

    protected override long LayersOf(HfConfig config) => config.Integer("decoder_layers");

    public override void Build()
    {
        base.Build();
        ModulePart part = Checkpoint.Of(WeightComponent.Audio, "encoder.");
        long layers = CheckLayers(Config.Integer("encoder_layers"));
        long width = Config.Integer("encoder_ffn_dim");
        part.Plain(WeightComponent.Audio, "conv1", Hidden, 3 * Config.Integer(80, "num_mel_bins"), WeightSplit.Replicated, bias: true);
        part.Plain(WeightComponent.Audio, "conv2", Hidden, 3 * Hidden, WeightSplit.Replicated, bias: true);
        part.Plain(WeightComponent.Audio, "embed_positions", Config.Integer(1500, "max_source_positions"), Hidden, WeightSplit.Replicated);
        part.Linear(WeightComponent.Audio, "qo_proj", 2 * Hidden, Hidden, WeightSplit.Column, copies: layers, bias: true);
        part.Linear(WeightComponent.Audio, "v_proj", Hidden, Hidden, WeightSplit.Column, copies: layers, bias: true);
        part.Linear(WeightComponent.Audio, "k_proj", Hidden, Hidden, WeightSplit.Column, copies: layers);
        part.Linear(WeightComponent.Audio, "fc1", width, Hidden, WeightSplit.Column, copies: layers, bias: true);
        part.Linear(WeightComponent.Audio, "fc2", Hidden, width, WeightSplit.Row, copies: layers, bias: true);
        part.Vector(WeightComponent.Audio, "norms", Hidden, copies: (4 * layers) + 2);
    }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        long dim = Hidden / System.Math.Max(1, Heads);
        cache.Full(layer, Heads, dim);
        cache.Cross(layer, Heads, dim, Config.Integer(1500, "max_source_positions"));
        foreach (string module in (string[])["self_attn", "encoder_attn"])
        {
            ModulePart inside = part.Inside(module);
            string front = module == "self_attn" ? "" : "cross_";
            inside.Linear(WeightComponent.Attention, "q_proj", Hidden, Hidden, WeightSplit.Column, bias: true, name: front + "q_proj");
            inside.Linear(WeightComponent.Attention, "k_proj", Hidden, Hidden, WeightSplit.KeyValue, Heads, name: front + "k_proj");
            inside.Linear(WeightComponent.Attention, "v_proj", Hidden, Hidden, WeightSplit.KeyValue, Heads, bias: true, name: front + "v_proj");
            inside.Linear(WeightComponent.Attention, "out_proj", Hidden, Hidden, WeightSplit.Row, bias: true, name: front + "o_proj");
        }
    }
}
