using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LlmSizing;

/// <summary>What each layer keeps, gathered layer by layer; layers that keep the same become one group.</summary>
internal sealed class CacheLayers
{
    private readonly Dictionary<string, Group> groups = new(StringComparer.Ordinal);
    private readonly List<Group> inOrder = [];

    /// <summary>Layers that were added; one that mixes tokens in two ways counts twice.</summary>
    public long Count => inOrder.Sum(group => group.Layers.Count);

    public void Full(long layer, long heads, long headDim, long? valueHeadDim = null) =>
        Add(layer, Key("full", heads, headDim, valueHeadDim ?? 0), (count, at) => new FullAttention(count, heads, headDim, valueHeadDim, at));

    public void Sliding(long layer, long heads, long headDim, long window, long? valueHeadDim = null) =>
        Add(layer, Key("sliding", heads, headDim, window, valueHeadDim ?? 0), (count, at) => new SlidingAttention(count, heads, headDim, window, valueHeadDim, at));

    public void Chunked(long layer, long heads, long headDim, long chunk) =>
        Add(layer, Key("chunked", heads, headDim, chunk), (count, at) => new ChunkedAttention(count, heads, headDim, chunk, null, at));

    public void Cross(long layer, long heads, long headDim, long tokens) =>
        Add(layer, Key("cross", heads, headDim, tokens), (count, at) => new CrossAttention(count, heads, headDim, tokens, null, at));

    public void Latent(long layer, long latentDim, long ropeDim, long? indexHeadDim) =>
        Add(layer, Key("mla", latentDim, ropeDim, indexHeadDim ?? 0), (count, at) => new LatentAttention(count, latentDim, ropeDim, indexHeadDim, at));

    public void Compressed(long layer, long headDim, long window, long ratio, long indexHeadDim) =>
        Add(layer, Key("compressed", headDim, window, ratio, indexHeadDim), (count, at) => new CompressedAttention(count, headDim, window, ratio, indexHeadDim, at));

    public void Shared(long layer) => Add(layer, "shared", (count, at) => new SharedCache(count, at));

    public void Recurrent(long layer, string mechanism, StateShape shape)
    {
        string key = Key(mechanism, shape.ConvolutionChannels, shape.ConvolutionKernel, shape.Groups, shape.StateHeads, shape.StateRows, shape.StateColumns);
        Add(layer, key + shape.ConvolutionFormat + shape.StateFormat, (count, at) => new RecurrentState(mechanism, count, shape, at));
    }

    /// <summary>The groups in the order of their first layer; the layers of a group are left out where it has all of the model's.</summary>
    /// <param name="layers">Layers of the model, or null where the groups are beside them.</param>
    public IReadOnlyList<LayerGroup> Groups(long? layers) =>
        inOrder.Select(group => group.Create(group.Layers.Count, layers is null || group.Layers.Count == layers ? null : LayerSet.Of(group.Layers))).ToArray();

    private static string Key(string layout, params long[] sizes) => layout + string.Join(",", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));

    private void Add(long layer, string key, Func<long, LayerSet?, LayerGroup> create)
    {
        if (!groups.TryGetValue(key, out Group? group))
        {
            group = new Group(create);
            groups.Add(key, group);
            inOrder.Add(group);
        }
        group.Layers.Add(layer);
    }

    private sealed class Group
    {
        public Group(Func<long, LayerSet?, LayerGroup> create) => Create = create;

        public Func<long, LayerSet?, LayerGroup> Create { get; }

        public List<long> Layers { get; } = [];
    }
}
