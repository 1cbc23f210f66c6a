using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The specs that vLLM makes of a model's layers.</summary>
internal static class VllmCacheBuilder
{
    private const long StateAlignment = 16;
    private const long StateChunk = 256;
    private const long CompressedBlock = 256;

    public static VllmCache Of(EngineCase of)
    {
        string mode = of.Settings.StateCacheMode ?? (VllmRule.Holds("state_align", of.Version) ? "align" : "none");
        long batches = VllmRule.Holds("in_flight_batches", of.Version) ? 2 : 1;
        var load = new CacheLoad(of.MaxBatchedTokens * batches, of.Placement.ContextParallel, mode, of.Settings.SpeculativeTokens);
        LayerGroup[] groups = Groups(of).ToArray();
        long layers = of.Model.Architecture?.Sizes.NumHiddenLayers ?? of.Model.NumLayers;
        long block = BlockSize(of, groups, mode);
        IEnumerable<CacheLayers> kinds = groups
            .GroupBy(group => Spec(of, group, block, mode))
            .Select(same => new CacheLayers(same.Key, same.ToArray(), layers));
        return VllmCache.Of(WithStatesPadded(kinds.ToArray()), load, IsHybrid(of, groups), VllmRule.Holds("page_padding", of.Version));
    }

    private static IEnumerable<LayerGroup> Groups(EngineCase of) =>
        of.Model.Layers.Concat(of.Settings.SpeculativeTokens > 0 ? of.Model.DraftLayers : Enumerable.Empty<LayerGroup>()).Where(group => group is not SharedCache);

    private static bool IsHybrid(EngineCase of, IReadOnlyList<LayerGroup> groups) =>
        !of.Settings.DisableHybridManager
        && VllmRule.Holds("hybrid_allocator", of.Version)
        && (VllmRule.Holds("chunked_hybrid", of.Version) || !groups.Any(group => group is ChunkedAttention));

    private static CacheSpec Spec(EngineCase of, LayerGroup group, long block, string mode)
    {
        long token = group.TokenBytes(of.Precision, of.Placement.TensorParallel);
        return group switch
        {
            SlidingAttention sliding => new CacheSpec(CacheKind.Sliding, block, token, sliding.SlidingWindow ?? 0),
            ChunkedAttention chunked => new CacheSpec(CacheKind.Chunked, block, token, chunked.ChunkSize),
            CrossAttention cross => new CacheSpec(CacheKind.Cross, block, token, cross.EncoderTokens),
            RecurrentState state => new CacheSpec(CacheKind.State, mode == "none" ? of.MaxModelLength : block, 0, 0, StateBytes(of, state)),
            CompressedAttention compressed => new CacheSpec(CacheKind.Full, CompressedBlock, CompressedTokenBytes(of, compressed)),
            _ => new CacheSpec(CacheKind.Full, block, token),
        };
    }

    // A draft token keeps one more input of the convolution.
    private static long StateBytes(EngineCase of, RecurrentState state)
    {
        long convolution = state.Shape.ConvolutionBytes(of.Placement.TensorParallel);
        long inputs = state.Shape.ConvolutionKernel - 1;
        long drafted = convolution == 0 ? 0 : convolution / inputs * of.Settings.SpeculativeTokens;
        return checked(convolution + drafted + state.Shape.RecurrentBytes(of.Placement.TensorParallel));
    }

    // The window and the compressor's state are spread over the tokens of the longest sequence.
    private static long CompressedTokenBytes(EngineCase of, CompressedAttention group) =>
        Division.Ceiling(group.BytesPerSession(of.MaxModelLength, of.Precision, of.Placement.TensorParallel), of.MaxModelLength * group.Count);

    private static long BlockSize(EngineCase of, IReadOnlyList<LayerGroup> groups, string mode)
    {
        long asked = of.Settings.BlockSize ?? VllmEngine.DefaultBlockSize(of);
        long state = groups.OfType<RecurrentState>().Select(group => StateBytes(of, group)).DefaultIfEmpty().Max();
        long token = groups.Where(group => group is not RecurrentState).Select(group => group.TokenBytes(of.Precision, of.Placement.TensorParallel)).DefaultIfEmpty().Max();
        if (state == 0 || token == 0)
        {
            return asked;
        }
        // A page of attention is made at least as large as a state.
        long multiple = mode == "all" ? StateChunk : StateAlignment;
        return Math.Max(asked, multiple * Division.Ceiling(state, multiple * token));
    }

    private static CacheLayers[] WithStatesPadded(CacheLayers[] kinds)
    {
        long page = kinds.Where(kind => kind.Spec.Kind != CacheKind.State).Select(kind => kind.Spec.PageBytes).DefaultIfEmpty().Max();
        return kinds.Select(kind => kind.Spec.Kind == CacheKind.State && kind.Spec.PageBytes < page ? kind.With(kind.Spec.PaddedTo(page)) : kind).ToArray();
    }
}
