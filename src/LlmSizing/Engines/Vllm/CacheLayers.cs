using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Layers of one spec, in the order of the model.</summary>
internal sealed class CacheLayers
{
    private readonly IReadOnlyList<LayerGroup> groups;
    private readonly long modelLayers;

    public CacheLayers(CacheSpec spec, IReadOnlyList<LayerGroup> groups, long modelLayers)
    {
        Spec = spec;
        this.groups = groups;
        this.modelLayers = modelLayers;
        Count = groups.Sum(group => group.Count);
    }

    public CacheSpec Spec { get; }

    public long Count { get; }

    public CacheLayers With(CacheSpec spec) => new(spec, groups, modelLayers);

    public CacheLayers And(CacheLayers other) => new(Spec, groups.Concat(other.groups).ToArray(), modelLayers);

    /// <summary>Layers in a stage.</summary>
    public long CountIn(PipelineStage stage) => Before(stage, stage.End) - Before(stage, stage.First);

    /// <summary>Layers in a stage when every n-th, from the i-th on, is taken.</summary>
    public long CountIn(PipelineStage stage, long every, long from) =>
        Taken(Before(stage, stage.End), every, from) - Taken(Before(stage, stage.First), every, from);

    // Layers past the last stage's end are those of multi-token prediction: the last stage has them.
    private long Before(PipelineStage stage, long layer) =>
        stage.IsLast && layer == stage.End ? Count : groups.Sum(group => group.CountIn(0, layer, modelLayers));

    private static long Taken(long layers, long every, long from) => layers <= from ? 0 : ((layers - from - 1) / every) + 1;
}
