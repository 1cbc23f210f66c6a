using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What an engine would print of its memory when it starts: the numbers of the GPU that binds.</summary>
public sealed class EngineMemory
{
    private const long Redundancy = 150L << 20;

    /// <summary>Creates the prediction.</summary>
    internal EngineMemory(EngineCase of, EngineBudget budget, CachePool pool)
    {
        Engine = of.Engine.Name;
        EngineVersion = of.Version.ToString();
        Model = of.Model.Name;
        Placement = of.Placement.ToString();
        Stage = of.Shard.Stage.Index;
        MemoryFraction = of.MemoryFraction;
        MaxModelLength = of.MaxModelLength;
        MaxSequences = of.MaxSequences;
        MaxBatchedTokens = of.MaxBatchedTokens;
        KvPrecision = of.Precision.Name;
        Calibration = of.Calibration?.Name;
        TotalBytes = of.GpuBytes;
        BudgetBytes = budget.Bytes;
        Components = new ReadableList<MemoryComponent>(budget.Components);
        KvAvailableBytes = budget.KvAvailableBytes;
        BlockSize = pool.BlockSize;
        Blocks = pool.Blocks;
        KvTokens = pool.Tokens;
        MaxConcurrency = pool.MaxConcurrency;
        CacheGroups = pool.Groups;
        BlocksPerRequest = pool.BlocksPerRequest;
        Reason = budget.KvAvailableBytes <= 0 ? "weights" : pool.MaxConcurrency < 1 ? "context" : null;
        Assumptions = new ReadableList<string>(of.Assumptions);
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The engine's name.</summary>
    public string Engine { get; }

    /// <summary>The version whose rules were applied.</summary>
    public string EngineVersion { get; }

    /// <summary>How the replica lies on GPUs.</summary>
    public string Placement { get; }

    /// <summary>The pipeline stage that binds, from 0.</summary>
    public long Stage { get; }

    /// <summary>Whether a session of the longest sequence fits.</summary>
    public bool Fits => Reason is null;

    /// <summary>Why it does not start: weights (nothing is left for the cache) or context (one longest sequence does not fit); null where it does.</summary>
    public string? Reason { get; }

    /// <summary>Tokens of the cache as the engine prints them.</summary>
    public long KvTokens { get; }

    /// <summary>Longest sequences that fit at once, as the engine prints it.</summary>
    public decimal MaxConcurrency { get; }

    /// <summary>Memory of the GPU in bytes.</summary>
    public long TotalBytes { get; }

    /// <summary>What the engine may take of it.</summary>
    public long BudgetBytes { get; }

    /// <summary>The share that the engine may take.</summary>
    public decimal MemoryFraction { get; }

    /// <summary>Weights on the GPU.</summary>
    public long WeightBytes => BytesOf("weights");

    /// <summary>Peak of the activations in the profile run.</summary>
    public long ActivationBytes => BytesOf("activation");

    /// <summary>Growth outside the engine's allocator: libraries, NCCL.</summary>
    public long NonTorchBytes => BytesOf("non_torch");

    /// <summary>CUDA graphs.</summary>
    public long GraphBytes => BytesOf("graphs");

    /// <summary>Whether the engine takes the graphs from its budget.</summary>
    public bool IsGraphInBudget => Components.Any(component => component.Name == "graphs" && component.IsInBudget);

    /// <summary>What is left for the cache; negative where the rest is more than the budget.</summary>
    public long KvAvailableBytes { get; }

    /// <summary>What would be left for the cache with the graphs taken off and 150 MiB to spare: what vLLM suggests for --kv-cache-memory.</summary>
    public long SuggestedKvCacheBytes => BudgetBytes - Components.Sum(component => component.Bytes) - Redundancy;

    /// <summary>Tokens of a block, of the group with the smallest blocks.</summary>
    public long BlockSize { get; }

    /// <summary>Blocks of the cache.</summary>
    public long Blocks { get; }

    /// <summary>Groups of layers that share the blocks.</summary>
    public long CacheGroups { get; }

    /// <summary>Blocks that a longest sequence takes, in all groups; 0 where the engine does not count so.</summary>
    public long BlocksPerRequest { get; }

    /// <summary>The longest sequence in tokens.</summary>
    public long MaxModelLength { get; }

    /// <summary>Sequences that run at once.</summary>
    public long MaxSequences { get; }

    /// <summary>Tokens of one step.</summary>
    public long MaxBatchedTokens { get; }

    /// <summary>How keys and values are stored.</summary>
    public string KvPrecision { get; }

    /// <summary>The calibration whose constants were used, or null.</summary>
    public string? Calibration { get; }

    /// <summary>The parts of the memory with formula, evidence and error band.</summary>
    public ReadableList<MemoryComponent> Components { get; }

    /// <summary>Rules and defaults that were assumed, with the version they changed in.</summary>
    public ReadableList<string> Assumptions { get; }

    /// <summary>The prediction in short.</summary>
    public override string ToString() => $"{Model} on {Engine} {EngineVersion}, {Placement}: {NumberText.Grouped(KvTokens)} tokens";

    private long BytesOf(string name) => Components.Where(component => component.Name == name).Sum(component => component.Bytes);
}
