using System.Linq;

namespace LlmSizing.Catalogs.Tests.HuggingFace;

internal static class Growth
{
    /// <summary>Bytes that a token adds far beyond every window, without an indexer's.</summary>
    public static long PerToken(Model model)
    {
        KvPrecision bf16 = KvPrecision.Find("bf16")!;
        return model.Layers.Where(group => group is FullAttention or LatentAttention)
            .Sum(group => group.Count * (group.TokenBytes(bf16) - (group is LatentAttention latent ? latent.IndexBytes : 0)));
    }
}
