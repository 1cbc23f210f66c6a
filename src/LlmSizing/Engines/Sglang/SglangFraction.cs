using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>SGLang's mem_fraction_static where none is given.</summary>
/// <remarks>ServerArgs of sglang 0.5: what is reserved, in MiB, for activations, metadata, parallelism and CUDA graphs is taken off the GPU's memory. Before, a share by tensor parallelism.</remarks>
public static class SglangFraction
{
    private const long LargeMib = 60 * 1024;
    private const long LeastReservedMib = 10 * 1024;
    private const long ManyGraphs = 300;

    private static readonly (long BelowMib, long ChunkedPrefill, long Graphs, long GraphsParallel)[] Tiers =
    [
        (20 * 1024, 2048, 8, 8),
        (35 * 1024, 2048, 24, 80),
        (60 * 1024, 4096, 32, 160),
        (160 * 1024, 8192, 256, 512),
        (long.MaxValue, 16_384, 512, 512),
    ];

    private static readonly IReadOnlyList<(long TensorParallel, decimal Fraction)> Older = [(16, 0.79m), (8, 0.81m), (4, 0.85m), (2, 0.87m), (1, 0.88m)];

    /// <summary>Tokens of a step of chunked prefill on a GPU.</summary>
    public static long ChunkedPrefill(long gpuMib) => Tier(gpuMib).ChunkedPrefill;

    /// <summary>MiB that are reserved.</summary>
    /// <param name="gpuMib">Memory of the GPU in MiB.</param>
    /// <param name="placement">How the replica lies on GPUs.</param>
    public static decimal ReservedMib(long gpuMib, Placement placement)
    {
        (_, long chunked, long graphs, long graphsParallel) = Tier(gpuMib);
        long captured = placement.TensorParallel * (placement.DataParallelAttention ? placement.DataParallel : 1) >= 4 ? graphsParallel : graphs;
        decimal reserved = 512 + (1.5m * chunked) + (RanksOf(placement) / 8m * 1024) + (2 * captured) + DataParallelMib(placement, captured);
        return gpuMib > LargeMib ? Math.Max(reserved, LeastReservedMib) : reserved;
    }

    /// <summary>MiB that data-parallel attention adds for its graphs.</summary>
    /// <param name="placement">How the replica lies on GPUs.</param>
    /// <param name="captured">The largest batch size that is captured.</param>
    public static decimal DataParallelMib(Placement placement, long captured) => !placement.DataParallelAttention || placement.DataParallel == 1
        ? 0
        : captured * placement.DataParallel * (captured > ManyGraphs ? 4.5m : 3m);

    /// <summary>The share.</summary>
    /// <param name="gpuMib">Memory of the GPU in MiB.</param>
    /// <param name="placement">How the replica lies on GPUs.</param>
    public static decimal Of(long gpuMib, Placement placement) => gpuMib <= 0
        ? 0.88m
        : Math.Max(0.001m, Math.Round((gpuMib - ReservedMib(gpuMib, placement)) / gpuMib, 3, MidpointRounding.ToEven));

    /// <summary>The share before version 0.5.</summary>
    /// <param name="placement">How the replica lies on GPUs.</param>
    public static decimal Before05(Placement placement) => Older.First(one => RanksOf(placement) >= one.TensorParallel).Fraction;

    // SGLang's tp counts the ranks of data-parallel attention.
    private static long RanksOf(Placement placement) =>
        placement.TensorParallel * placement.PipelineParallel * (placement.DataParallelAttention ? placement.DataParallel : 1);

    private static (long BelowMib, long ChunkedPrefill, long Graphs, long GraphsParallel) Tier(long gpuMib) => Tiers.First(tier => gpuMib < tier.BelowMib);
}
