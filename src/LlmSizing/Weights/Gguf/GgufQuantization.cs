using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A GGUF mix as a quantisation that a model may be stored by.</summary>
internal sealed class GgufQuantization : Quantization
{
    private static readonly string[] LlamaCpp = ["llama.cpp"];
    private readonly GgufMix mix;

    public GgufQuantization(GgufMix mix)
        : base(mix.Name, $"GGUF: most matrices in {mix.Format}, those that matter more in larger formats, norms and routers in fp32", LlamaCpp) =>
        this.mix = mix;

    public override IEnumerable<WeightMatrix> Store(Architecture published) => mix.Store(published);
}
