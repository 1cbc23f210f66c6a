using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A model as far as its memory goes: an ordered list of layer groups, its limits and its weights.</summary>
public sealed class Model : CatalogEntry
{
    // The weights are part of the overhead: they end where it ends.
    private static readonly NumberRange WeightsRange = new("weights_gib", 0, Limits.RuntimeOverheadGib.Maximum, "GiB");

    /// <summary>Creates a model.</summary>
    /// <param name="info">Name, aliases, references.</param>
    /// <param name="layers">The layer groups, at least one.</param>
    /// <param name="maxPositionEmbeddings">The longest context in tokens, at least 1.</param>
    /// <param name="defaultKvPrecision">The precision when none is asked for.</param>
    /// <param name="family">The model family, or null.</param>
    /// <param name="totalParamsB">All parameters in billions (10^9), or null where unknown.</param>
    /// <param name="activeParamsB">Parameters used for a token in billions, or null.</param>
    /// <param name="weightsGib">Size of the weights in GiB, at most 10^6 and nine decimals, or null where unknown.</param>
    /// <param name="architecture">The sizes and weights, or null where they are not known.</param>
    /// <param name="draftLayers">Layers of multi-token prediction, kept only where an engine speculates with them; null or empty without any.</param>
    /// <exception cref="SizingException">No layer group, or a number outside its range.</exception>
    public Model(
        EntryInfo info,
        IReadOnlyList<LayerGroup> layers,
        long maxPositionEmbeddings,
        KvPrecision defaultKvPrecision,
        string? family = null,
        decimal? totalParamsB = null,
        decimal? activeParamsB = null,
        decimal? weightsGib = null,
        Architecture? architecture = null,
        IReadOnlyList<LayerGroup>? draftLayers = null)
        : base(info)
    {
        Name = info.Name;
        if (layers.Count == 0)
        {
            throw new SizingException("layers", "A model needs at least one layer group.");
        }
        if (layers.All(group => group is SharedCache))
        {
            throw new SizingException("layers", "Layers that share a cache need one that keeps it.");
        }
        LayerArray = [.. layers];
        Layers = new ReadableList<LayerGroup>(LayerArray);
        NumLayers = Sum(layers);
        MaxPositionEmbeddings = maxPositionEmbeddings >= 1
            ? maxPositionEmbeddings
            : throw new SizingException("max_position_embeddings", "max_position_embeddings must be at least 1 token.");
        DefaultKvPrecision = defaultKvPrecision ?? throw new ArgumentNullException(nameof(defaultKvPrecision));
        Family = family;
        TotalParamsB = AboveZero(totalParamsB, "total_params_b");
        ActiveParamsB = AboveZero(activeParamsB, "active_params_b");
        WeightsGib = AboveZero(weightsGib, "weights_gib");
        Architecture = architecture;
        DraftLayers = new ReadableList<LayerGroup>(draftLayers ?? []);
        WeightsBillionths = weightsGib is decimal gib ? Billionths.From(WeightsRange.Check(gib), WeightsRange.Name) : 0;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The model family, or null.</summary>
    public string? Family { get; }

    /// <summary>All parameters in billions (10^9), active or not, or null where unknown.</summary>
    public decimal? TotalParamsB { get; }

    /// <summary>Parameters used for a token in billions, or null where unknown or equal to the total.</summary>
    public decimal? ActiveParamsB { get; }

    /// <summary>Size of the weights in GiB (2^30), or null where unknown.</summary>
    public decimal? WeightsGib { get; }

    /// <summary>Layers that mix tokens, whatever they keep: attention and recurrent layers, not those of an MLP alone.</summary>
    public long NumLayers { get; }

    /// <summary>The longest context of the model in tokens.</summary>
    public long MaxPositionEmbeddings { get; }

    /// <summary>The precision of keys and values when none is asked for.</summary>
    public KvPrecision DefaultKvPrecision { get; }

    /// <summary>The layout of all layers, such as full, sliding or mla, or hybrid for a mix; layers that share a cache have none of their own.</summary>
    public string AttentionPattern
    {
        get
        {
            string[] layouts = Layers.Where(group => group is not SharedCache).Select(group => group.Layout).Distinct().ToArray();
            return layouts.Length == 1 ? layouts[0] : layouts.Length == 0 ? Layers[0].Layout : "hybrid";
        }
    }

    /// <summary>Key/value heads of a layer, or null where the groups differ.</summary>
    public long? NumKeyValueHeads => Common(group => group.KeyValueHeads);

    /// <summary>Elements of a head's key vector, or null where the groups differ.</summary>
    public long? HeadDim => Common(group => group.HeadDim);

    /// <summary>Tokens of the sliding window, or null where there is none or the groups differ.</summary>
    public long? SlidingWindow => Common(group => group.SlidingWindow);

    /// <summary>Layers that keep the whole context.</summary>
    public long FullLayers => Layers.Where(group => group is FullAttention or LatentAttention).Sum(group => group.Count);

    /// <summary>Layers that keep a window only.</summary>
    public long SlidingLayers => Layers.Where(group => group.SlidingWindow is not null).Sum(group => group.Count);

    /// <summary>The layer groups, in the order of their first layer.</summary>
    public ReadableList<LayerGroup> Layers { get; }

    /// <summary>Layers of multi-token prediction; kept, and loaded, only where an engine speculates with them.</summary>
    public ReadableList<LayerGroup> DraftLayers { get; }

    /// <summary>The sizes and weights, or null where they are not known.</summary>
    public Architecture? Architecture { get; }

    /// <summary>The model as an engine runs it that speculates with its layers of multi-token prediction: they keep a cache, and their weights are loaded.</summary>
    /// <exception cref="SizingException">The model has none.</exception>
    public Model WithDraftLayers()
    {
        if (DraftLayers.Count == 0)
        {
            throw new SizingException("MultiTokenPrediction", $"Model '{Name}' has no layers of multi-token prediction: leave -MultiTokenPrediction out.");
        }
        var info = new EntryInfo(Name, Aliases, References, Estimate, Notes, Source);
        Architecture? loaded = Architecture is null ? null : new Architecture(Architecture.Sizes, Architecture.Weights, loadsDraft: true);
        return new Model(info, [.. Layers, .. DraftLayers], MaxPositionEmbeddings, DefaultKvPrecision, Family, TotalParamsB, ActiveParamsB, WeightsGib, loaded, DraftLayers);
    }

    /// <summary>The model with its weights stored in other formats; the size of its files says nothing about them and is left out.</summary>
    /// <param name="weights">Every matrix.</param>
    internal Model WithWeights(IEnumerable<WeightMatrix> weights)
    {
        Architecture published = Architecture!;
        WeightMatrix[] stored = [.. weights];
        if (stored.SequenceEqual(published.Weights))
        {
            return this;
        }
        var info = new EntryInfo(Name, Aliases, References, Estimate, Notes, Source);
        var architecture = new Architecture(published.Sizes, stored, loadsDraft: published.Loaded.Any(matrix => matrix.Component == WeightComponent.Mtp));
        return new Model(info, Layers, MaxPositionEmbeddings, DefaultKvPrecision, Family, TotalParamsB, ActiveParamsB, null, architecture, DraftLayers);
    }

    /// <summary>Whether a group is one of multi-token prediction, in the last pipeline stage.</summary>
    internal bool IsDraft(LayerGroup group) => DraftLayers.Contains(group);

    /// <summary>The groups for the planner, which runs millions of times a second and spares the calls through an interface.</summary>
    internal LayerGroup[] LayerArray { get; }

    internal long WeightsBillionths { get; }

    /// <summary>Bytes of one copy of the weights: by their matrices, else of their files; 0 where neither is known.</summary>
    internal long StoredBytes => Architecture is { Weights.Count: > 0 } known ? known.WeightBytes : (long)((WeightsGib ?? 0) * ByteUnits.GiB);

    private static long Sum(IReadOnlyList<LayerGroup> layers)
    {
        try
        {
            return checked(layers.Sum(group => group.Count));
        }
        catch (OverflowException)
        {
            throw new SizingException("layers", "The layer counts add up to more than a 64-bit integer holds.");
        }
    }

    // Of the groups that have the number at all.
    private long? Common(Func<LayerGroup, long?> value)
    {
        long?[] distinct = Layers.Select(value).Where(number => number is not null).Distinct().ToArray();
        return distinct.Length == 1 ? distinct[0] : null;
    }
}
