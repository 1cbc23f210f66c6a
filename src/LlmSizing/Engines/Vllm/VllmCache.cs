using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>vLLM's cache of a model: groups of layers whose blocks come from one pool.</summary>
/// <remarks>
/// After get_kv_cache_groups and get_kv_cache_config_from_groups of vllm/v1/core/kv_cache_utils.py. All layers of one spec, or of one type with pages of
/// different sizes, make one group. Else pages are made equal, and the layers of each spec are dealt into groups of as many layers as the rarest spec has
/// (or as the most frequent has, where that is less than 1.5 times as many): a block of the pool is one page of each layer of a group.
/// </remarks>
internal sealed class VllmCache
{
    private readonly CacheLoad load;
    private readonly IReadOnlyList<CacheLayers> kinds;
    private readonly bool isOneGroup;

    private VllmCache(IReadOnlyList<CacheLayers> kinds, IReadOnlyList<CacheGroup> groups, bool isOneGroup, CacheLoad load)
    {
        this.kinds = kinds;
        Groups = groups;
        this.isOneGroup = isOneGroup;
        this.load = load;
    }

    public IReadOnlyList<CacheGroup> Groups { get; }

    /// <summary>Tokens of the smallest block.</summary>
    public long BlockSize => kinds.Count == 0 ? 1 : kinds.Min(kind => kind.Spec.BlockSize);

    /// <summary>How many groups share the pool.</summary>
    public long GroupCount => isOneGroup ? 1 : Groups.Count;

    /// <summary>Groups the layers of a model.</summary>
    /// <param name="kinds">Layers by spec, none twice.</param>
    /// <param name="load">What decides the blocks of a request.</param>
    /// <param name="isHybrid">Whether sliding and chunked layers give blocks back beside full ones.</param>
    /// <param name="canPad">Whether pages that no block size makes equal are padded.</param>
    /// <exception cref="SizingException">Pages cannot be made equal.</exception>
    public static VllmCache Of(IReadOnlyList<CacheLayers> kinds, CacheLoad load, bool isHybrid = true, bool canPad = true)
    {
        bool isMixed = kinds.Any(kind => kind.Spec.Kind == CacheKind.Full);
        IReadOnlyList<CacheLayers> kept = isHybrid || !isMixed ? kinds : Merged(kinds.Select(kind => kind.With(kind.Spec.AsFull())));
        if (kept.Count <= 1 || kept.All(kind => kind.Spec.IsOfType(kept[0].Spec)))
        {
            return new VllmCache(kept, kept.Select(kind => new CacheGroup(kind)).ToArray(), true, load);
        }
        List<CacheLayers> equal = Merged(EqualPages(kept, canPad));
        return new VllmCache(equal, Dealt(equal).ToArray(), false, load);
    }

    /// <summary>Bytes of one block in a stage; 0 where the stage keeps nothing.</summary>
    public long BlockBytes(PipelineStage stage)
    {
        if (isOneGroup)
        {
            return kinds.Sum(kind => checked(kind.CountIn(stage) * kind.Spec.PageBytes));
        }
        return checked(Groups.Max(group => group.CountIn(stage)) * Groups[0].Spec.PageBytes);
    }

    /// <summary>Blocks of a request of a length.</summary>
    public long BlocksFor(long length) => isOneGroup
        ? kinds.Count == 0 ? 0 : kinds[0].Spec.BlocksFor(length, load)
        : Groups.Sum(group => group.Spec.BlocksFor(length, load));

    private static IEnumerable<CacheGroup> Dealt(IReadOnlyList<CacheLayers> kinds)
    {
        long least = kinds.Min(kind => kind.Count);
        long most = kinds.Max(kind => kind.Count);
        // A drafter adds a layer or two to one kind: padding the others is cheaper than a second group of padding.
        long size = most * 2 < least * 3 ? most : least;
        foreach (CacheLayers kind in kinds)
        {
            long groups = (kind.Count + size - 1) / size;
            for (long i = 0; i < groups; i++)
            {
                yield return new CacheGroup(kind, groups, i);
            }
        }
    }

    private static IEnumerable<CacheLayers> EqualPages(IReadOnlyList<CacheLayers> kinds, bool canPad)
    {
        long largest = kinds.Max(kind => kind.Spec.PageBytes);
        return kinds.Select(kind =>
        {
            CacheSpec spec = kind.Spec;
            if (spec.PageBytes == largest)
            {
                return kind;
            }
            if (spec.Kind != CacheKind.State && largest % spec.PageBytes == 0)
            {
                return kind.With(spec.WithBlockSize(spec.BlockSize * (largest / spec.PageBytes)));
            }
            return canPad || spec.Kind == CacheKind.State
                ? kind.With(spec.PaddedTo(largest))
                : throw new SizingException("EngineVersion", $"vLLM before {VllmRule.All.First(rule => rule.Name == "page_padding").From} does not run this model: a page of {NumberText.Plain(spec.PageBytes)} bytes does not divide one of {NumberText.Plain(largest)}.");
        });
    }

    private static List<CacheLayers> Merged(IEnumerable<CacheLayers> kinds)
    {
        var merged = new List<CacheLayers>();
        foreach (CacheLayers kind in kinds)
        {
            int same = merged.FindIndex(other => other.Spec.Equals(kind.Spec));
            if (same < 0)
            {
                merged.Add(kind);
            }
            else
            {
                merged[same] = merged[same].And(kind);
            }
        }
        return merged;
    }
}
