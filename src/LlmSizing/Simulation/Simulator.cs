using System;

namespace LlmSizing;

/// <summary>
/// A discrete-event simulation of continuous batching (Orca, OSDI 2022; vLLM, SOSP 2023) on the step times of <see cref="StepTimes"/>: admission by blocks of the cache,
/// prompts in chunks beside decoding, preemption with recomputation, prefix caching, routing, pools for prefill and decode, and the loss of a node.
/// </summary>
public static class Simulator
{
    private const decimal NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Runs a simulation to its end.</summary>
    /// <param name="request">The question.</param>
    /// <param name="watch">Who looks on; null for nobody.</param>
    /// <exception cref="SizingException">The model does not fit, or its server lacks a number that the times need.</exception>
    /// <exception cref="OperationCanceledException">The watch has stopped it.</exception>
    /// <exception cref="InvalidOperationException">Requests, tokens or blocks were made or lost: an error of the simulation.</exception>
    public static SimulationResult Run(SimulationRequest request, SimulationWatch? watch = null)
    {
        var run = new Simulation(Setup(request));
        run.Run(watch);
        return new SimulationResult(request, run);
    }

    private static SimulationSetup Setup(SimulationRequest request)
    {
        NodePlan plan = request.Plan;
        var clock = new StepClock(new StepTimes(plan, request.Tuning));
        StageMemory binding = plan.Binding;
        // Blocks of hashed prompts are those of the hashes where the engine's do not divide them.
        int block = (int)Math.Max(1, binding.Memory.BlockSize);
        block = request.Load.Kind == "trace" && PrefixCache.Tokens % block != 0 ? PrefixCache.Tokens : block;
        long blocks = Tokens(plan) / block;
        RankShape Shape(Func<int, long>? transfer) => new(clock, blocks, block, binding.Memory.MaxSequences, request.PrefixCacheHitRatio, transfer);
        long ranks = plan.Placement.DataParallel;
        return new SimulationSetup(Shape(null), checked((int)(request.Replicas * ranks)), request.Load.Source(request.Seed, Requests(request), Nanoseconds(request.DurationSeconds)))
        {
            Policy = request.Policy,
            PrefillShape = request.PrefillReplicas > 0 ? Shape(Transfer(plan)) : null,
            PrefillRanks = checked((int)(request.PrefillReplicas * ranks)),
            Level = new ServiceLevel(request.TtftSloMs, request.TpotSloMs),
            Warmup = request.WarmupRequests,
            FailAt = Nanoseconds(request.FailAtSeconds),
            LostRanks = checked((int)(plan.Layout.ReplicasPerNode * ranks)),
            LongestTokens = plan.Model.MaxPositionEmbeddings,
        };
    }

    // Tokens that a rank's cache holds in sessions of the planned context, on the GPU that binds.
    private static long Tokens(NodePlan plan)
    {
        long context = plan.Cache.EffectiveContext;
        long bytes = plan.Binding.Shard.KvBytesPerSession(context, plan.Cache.Precision);
        if (!plan.DoWeightsFit)
        {
            throw new SizingException("Server", $"{plan} leaves no memory for a KV cache: use more GPUs, larger ones or smaller weights.");
        }
        return bytes == 0 ? int.MaxValue : (long)Math.Min(long.MaxValue / 4, (decimal)plan.KvPerGpuBytes * context / bytes);
    }

    private static long Requests(SimulationRequest request) => request.Requests
        ?? (request.DurationSeconds is null && request.Load.Kind != "trace" ? SimulationRequest.DefaultRequests : long.MaxValue);

    private static long Nanoseconds(decimal? seconds) => seconds is decimal given ? (long)(given * NanosecondsPerSecond) : ArrivalSource.Never;

    // Each GPU sends its share of the cache over its own link.
    private static Func<int, long> Transfer(NodePlan plan)
    {
        double link = PortableMath.ToDouble(plan.Server.Hardware.FabricGbS ?? throw new SizingException(
            "Server", $"Server '{plan.Server.Name}' does not say its fabric_gb_s, over which caches are sent from prefill to decode: add it to the catalog entry.")) * 1e9;
        return input => (long)((plan.Binding.Shard.KvBytesPerSession(input, plan.Cache.Precision) / link * 1e9) + 0.5);
    }
}
