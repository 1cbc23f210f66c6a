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

    /// <summary>Bytes that a token adds beyond every window, whatever the layout; an indexer's keys are among them.</summary>
    public static long Whole(Model model)
    {
        const long Far = 1 << 21;
        KvPrecision bf16 = KvPrecision.Find("bf16")!;
        return model.Layers.Sum(group => group.BytesPerSession(2 * Far, bf16) - group.BytesPerSession(Far, bf16)) / Far;
    }
}
