using System.Collections.Generic;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A cmdlet that splits a model over GPUs.</summary>
public abstract class SplitCommand : CatalogCommand
{
    /// <summary>Stages that split the layers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("pipeline_parallel")]
    [Parallelism]
    public long[]? PipelineParallel { get; set; }

    /// <summary>Ranks that hold sessions of their own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("data_parallel")]
    [Parallelism]
    public long[]? DataParallel { get; set; }

    /// <summary>Parts into which the routed experts are dealt whole.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("expert_parallel")]
    [Parallelism]
    public long[]? ExpertParallel { get; set; }

    /// <summary>Parts into which the cached tokens are split.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("context_parallel")]
    [Parallelism]
    public long[]? ContextParallel { get; set; }

    /// <summary>Whether the data-parallel ranks share the routed experts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("data_parallel_attention")]
    public SwitchParameter DataParallelAttention { get; set; }

    /// <summary>Whether a degree besides the tensor-parallel one was given.</summary>
    private protected bool IsSplitFurther =>
        PipelineParallel is not null || DataParallel is not null || ExpertParallel is not null || ContextParallel is not null || DataParallelAttention;

    private protected IEnumerable<Placement> Placements(long[]? tensorParallel) =>
        EngineGrid.Placements(tensorParallel, PipelineParallel, DataParallel, ExpertParallel, ContextParallel, DataParallelAttention);
}
