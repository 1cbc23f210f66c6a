namespace LlmSizing;

/// <summary>Layers that share one block table: every n-th layer of a spec.</summary>
internal sealed class CacheGroup
{
    public CacheGroup(CacheLayers layers, long every = 1, long from = 0)
    {
        Layers = layers;
        Every = every;
        From = from;
    }

    public CacheLayers Layers { get; }

    public CacheSpec Spec => Layers.Spec;

    public long Every { get; }

    public long From { get; }

    public long CountIn(PipelineStage stage) => Layers.CountIn(stage, Every, From);
}
