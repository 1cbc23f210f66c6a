using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A quantity that engines print when they start.</summary>
public sealed class LogQuantity
{
    private LogQuantity(string id, string unit, bool worstIsLargest)
    {
        Id = id;
        Unit = unit;
        WorstIsLargest = worstIsLargest;
    }

    /// <summary>Weights on the GPU, with what the engine makes of them while it loads.</summary>
    public static LogQuantity Weights { get; } = new("weights", "GiB", true);

    /// <summary>Weights of the draft model of speculative decoding.</summary>
    public static LogQuantity DraftWeights { get; } = new("draft_weights", "GiB", true);

    /// <summary>Peak of the activations in the profile run.</summary>
    public static LogQuantity Activation { get; } = new("activation", "GiB", true);

    /// <summary>Memory outside the tensor library: context, communication buffers, kernels.</summary>
    public static LogQuantity NonTorch { get; } = new("non_torch", "GiB", true);

    /// <summary>All that is not KV cache.</summary>
    public static LogQuantity NonKv { get; } = new("non_kv", "GiB", true);

    /// <summary>CUDA graphs, as captured.</summary>
    public static LogQuantity Graphs { get; } = new("cuda_graphs", "GiB", true);

    /// <summary>CUDA graphs, as estimated before they are captured.</summary>
    public static LogQuantity GraphsEstimated { get; } = new("cuda_graphs_estimated", "GiB", true);

    /// <summary>Memory for the KV cache.</summary>
    public static LogQuantity KvAvailable { get; } = new("kv_available", "GiB", false);

    /// <summary>Tokens of the KV cache.</summary>
    public static LogQuantity KvTokens { get; } = new("kv_tokens", "tokens", false);

    /// <summary>Blocks of the KV cache.</summary>
    public static LogQuantity KvBlocks { get; } = new("kv_blocks", "blocks", false);

    /// <summary>Sessions of the longest context that the cache holds.</summary>
    public static LogQuantity MaxConcurrency { get; } = new("max_concurrency", "sessions", false);

    /// <summary>Keys of the cache.</summary>
    public static LogQuantity KvKeys { get; } = new("kv_keys", "GiB", true);

    /// <summary>Values of the cache.</summary>
    public static LogQuantity KvValues { get; } = new("kv_values", "GiB", true);

    /// <summary>llama.cpp's KV buffer on one device.</summary>
    public static LogQuantity KvBuffer { get; } = new("kv_buffer", "GiB", true);

    /// <summary>llama.cpp's buffer of recurrent state on one device.</summary>
    public static LogQuantity StateBuffer { get; } = new("state_buffer", "GiB", true);

    /// <summary>llama.cpp's compute buffer on one device.</summary>
    public static LogQuantity ComputeBuffer { get; } = new("compute_buffer", "GiB", true);

    /// <summary>llama.cpp's weights on one device.</summary>
    public static LogQuantity ModelBuffer { get; } = new("model_buffer", "GiB", true);

    /// <summary>Size of the model's file.</summary>
    public static LogQuantity ModelFile { get; } = new("model_file", "GiB", true);

    /// <summary>Memory of the GPU.</summary>
    public static LogQuantity GpuTotal { get; } = new("gpu_total", "GiB", false);

    /// <summary>Free memory of the GPU when the engine starts.</summary>
    public static LogQuantity GpuFree { get; } = new("gpu_free", "GiB", false);

    /// <summary>Memory that the engine may use.</summary>
    public static LogQuantity Budget { get; } = new("budget", "GiB", false);

    /// <summary>Free memory before the weights are loaded.</summary>
    public static LogQuantity FreeBeforeWeights { get; } = new("free_before_weights", "GiB", false);

    /// <summary>Free memory after the weights are loaded.</summary>
    public static LogQuantity FreeAfterWeights { get; } = new("free_after_weights", "GiB", false);

    /// <summary>Free memory before the KV cache is allocated.</summary>
    public static LogQuantity FreeBeforeKv { get; } = new("free_before_kv", "GiB", false);

    /// <summary>Free memory after the KV cache is allocated.</summary>
    public static LogQuantity FreeAfterKv { get; } = new("free_after_kv", "GiB", false);

    /// <summary>Sequences whose recurrent state fits.</summary>
    public static LogQuantity StateSlots { get; } = new("state_slots", "sequences", false);

    /// <summary>Convolution state of all slots.</summary>
    public static LogQuantity ConvState { get; } = new("conv_state", "GiB", true);

    /// <summary>State-space state of all slots.</summary>
    public static LogQuantity SsmState { get; } = new("ssm_state", "GiB", true);

    /// <summary>Every quantity, in the order in which an engine comes to them.</summary>
    public static IReadOnlyList<LogQuantity> All { get; } =
    [
        GpuTotal, GpuFree, Budget, FreeBeforeWeights, ModelFile, Weights, ModelBuffer, DraftWeights, FreeAfterWeights, FreeBeforeKv, Activation, NonTorch, NonKv, GraphsEstimated,
        KvAvailable, KvKeys, KvValues, KvBuffer, StateSlots, ConvState, SsmState, StateBuffer, ComputeBuffer, KvBlocks, KvTokens, MaxConcurrency, FreeAfterKv, Graphs,
    ];

    /// <summary>The name, such as kv_available.</summary>
    public string Id { get; }

    /// <summary>GiB (2^30 bytes), tokens, blocks, sessions or sequences.</summary>
    public string Unit { get; }

    /// <summary>Whether the rank with the largest value limits the engine; the one with the smallest does otherwise.</summary>
    public bool WorstIsLargest { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Id;
}
