namespace LlmSizing;

/// <summary>Decoders with multi-head latent attention: DeepSeek V2 to V3.2, Kimi K2, GLM-5, GLM-4.7-Flash, MiniCPM3.</summary>
internal class LatentDecoder : Decoder
{
    private readonly string[]? indexers;

    public LatentDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        Latent = new LatentBlock(Config, Hidden, Heads);
        indexers = Config.FindTexts("indexer_types") is System.Collections.Generic.IReadOnlyList<string> types ? [.. types] : null;
    }

    protected LatentBlock Latent { get; }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        Latent.AddState(layer, cache, HasIndexer(layer));
        Latent.AddTo(part, HasIndexer(layer));
    }

    // GLM-5.2 takes an earlier layer's choice of tokens in most layers: those have no indexer and keep no keys of one.
    private bool HasIndexer(long layer) => indexers is null || layer >= indexers.Length || indexers[layer] != "shared";
}
