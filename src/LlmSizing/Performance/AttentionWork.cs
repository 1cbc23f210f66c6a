using System;
using System.Linq;

namespace LlmSizing;

/// <summary>Attention of a run of layers on one GPU: bytes of the cache that a decoding sequence reads, and FLOPs.</summary>
/// <remarks>
/// FLOPs are 2 × heads × (key dim + value dim) for each pair of a query and a key. A latent cache is decoded without widening it, 2 × heads × (2 × latent + rope)
/// a pair (DeepSeek-V2, arXiv 2405.04434), and widened for prompts.
/// </remarks>
internal sealed class AttentionWork
{
    // index_topk of DeepSeek-V3.2-Exp and GLM-5: the tokens that sparse attention reads.
    private const long IndexedTokens = 2048;
    private readonly LayerGroup group;
    private readonly long mostTokens;

    public AttentionWork(Model model, LayerGroup group, Placement placement, KvPrecision precision)
    {
        this.group = group;
        long parallel = placement.TensorParallel;
        double heads = Math.Max(1, (double)model.Architecture!.Sizes.NumAttentionHeads / parallel);
        double count = group.Count;
        TokenBytes = count * group.TokenBytes(precision, parallel) / placement.ContextParallel;
        SequenceBytes = 2 * count * group.SequenceBytes(precision, parallel);
        mostTokens = group.CachedTokens(model.MaxPositionEmbeddings);
        switch (group)
        {
            case LatentAttention latent:
                IsIndexed = latent.IndexHeadDim is not null;
                IndexBytes = count * latent.IndexBytes;
                TokenBytes -= IndexBytes;
                mostTokens = IsIndexed ? Math.Min(IndexedTokens, mostTokens) : mostTokens;
                DecodeFlops = 2 * count * heads * ((2 * latent.LatentDim) + latent.RopeDim);
                PrefillFlops = 2 * count * heads * WidenedDims(model, latent);
                break;
            case RecurrentState state:
                TokenFlops = 4 * count * Math.Ceiling((double)state.Shape.StateHeads / parallel) * state.Shape.StateRows * state.Shape.StateColumns;
                break;
            default:
                DecodeFlops = PrefillFlops = 2 * count * heads * ((group.HeadDim ?? 0) + Math.Max(group.ValueHeadDim ?? 0, group is CompressedAttention ? group.HeadDim ?? 0 : 0));
                break;
        }
    }

    /// <summary>Bytes of a cached token in all layers of the run.</summary>
    public double TokenBytes { get; }

    /// <summary>Bytes of an indexer's key in all layers, read for every token of the context.</summary>
    public double IndexBytes { get; }

    /// <summary>Bytes that a decoding sequence reads and writes whatever its length: a recurrent state.</summary>
    public double SequenceBytes { get; }

    /// <summary>FLOPs of a pair of a query and a key when a token is decoded.</summary>
    public double DecodeFlops { get; }

    /// <summary>FLOPs of a pair of a query and a key when a prompt is computed.</summary>
    public double PrefillFlops { get; }

    /// <summary>FLOPs of a token whatever the context: a recurrent state.</summary>
    public double TokenFlops { get; }

    /// <summary>Whether an indexer chooses the tokens that are read.</summary>
    public bool IsIndexed { get; }

    /// <summary>Cached tokens that a sequence of a context reads.</summary>
    public double TokensRead(double context) => IsIndexed ? Math.Min(mostTokens, context) : group is RecurrentState ? 0 : group.CachedTokens((long)context);

    /// <summary>Pairs of a query and a key in a layer of the run.</summary>
    public double Pairs(StepLoad load) => Math.Min(load.PrefillPairs, (double)load.PrefillTokens * mostTokens);

    // Dims of the widened keys and values: the rows of the matrices that make them, by heads.
    private static double WidenedDims(Model model, LatentAttention latent)
    {
        double heads = Math.Max(1, model.Architecture!.Sizes.NumAttentionHeads);
        double key = Find(model, "q_b_proj")?.Rows / heads ?? Find(model, "q_proj")?.Rows / heads ?? latent.LatentDim + latent.RopeDim;
        double value = Find(model, "o_proj")?.Columns / heads ?? key;
        return key + value;
    }

    private static WeightMatrix? Find(Model model, string name) =>
        model.Architecture!.Weights.FirstOrDefault(matrix => matrix.Component == WeightComponent.Attention && matrix.Name == name);
}
