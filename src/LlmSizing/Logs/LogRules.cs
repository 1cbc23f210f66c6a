using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The wordings of the engines, one line each; old ones stay, since old logs do.</summary>
internal static class LogRules
{
    public const string Vllm = "vllm";
    public const string Sglang = "sglang";
    public const string LlamaCpp = "llama.cpp";
    public const string TensorRtLlm = "tensorrt-llm";

    public static IReadOnlyList<LogRule> All { get; } =
    [
        // vLLM v0 says it in one sentence, v1 in an info line and a debug line of the same.
        new(Vllm, LogQuantity.GpuTotal, "use total_gpu_memory ("),
        new(Vllm, LogQuantity.GpuTotal, ", total_memory="),
        new(Vllm, LogQuantity.GpuTotal, " total_gpu_memory="),
        new(Vllm, LogQuantity.Budget, "x gpu_memory_utilization (*) = "),
        new(Vllm, LogQuantity.Budget, "Requested memory: * (util), "),
        new(Vllm, LogQuantity.GpuFree, "Initial free memory: "),
        new(Vllm, LogQuantity.GpuFree, "memory snapshot: *, free_memory="),
        new(Vllm, LogQuantity.Weights, "Loading model weights took "),
        new(Vllm, LogQuantity.Weights, "Model loading took "),
        new(Vllm, LogQuantity.Weights, "model weights take "),
        new(Vllm, LogQuantity.NonTorch, "non_torch_memory takes "),
        new(Vllm, LogQuantity.NonTorch, "non-torch forward increase memory: "),
        new(Vllm, LogQuantity.NonTorch, "Memory profiling results: * non_torch_memory="),
        new(Vllm, LogQuantity.Activation, "PyTorch activation peak memory takes "),
        new(Vllm, LogQuantity.Activation, "torch peak memory increase: "),
        new(Vllm, LogQuantity.NonKv, "Total non KV cache memory: "),
        new(Vllm, LogQuantity.KvAvailable, "the rest of the memory reserved for KV Cache is "),
        new(Vllm, LogQuantity.KvAvailable, "Memory profiling results: * kv_cache_size="),
        new(Vllm, LogQuantity.KvAvailable, "Available KV cache memory: "),
        new(Vllm, LogQuantity.GraphsEstimated, "Estimated CUDA graph memory: "),
        new(Vllm, LogQuantity.Graphs, "Graph capturing finished in * took "),
        new(Vllm, LogQuantity.KvBlocks, "# GPU blocks: ", ","),
        new(Vllm, LogQuantity.KvBlocks, "# cuda blocks: ", ","),
        new(Vllm, LogQuantity.KvBlocks, "# CUDA blocks: ", ","),
        new(Vllm, LogQuantity.KvBlocks, "# rocm blocks: ", ","),
        new(Vllm, LogQuantity.KvBlocks, "The engine can allocate ", " GPU blocks"),
        new(Vllm, LogQuantity.KvTokens, "GPU KV cache size: ", " tokens"),
        new(Vllm, LogQuantity.MaxConcurrency, "Maximum concurrency for * tokens per request: ", "x"),

        // SGLang: a second model and a second cache are those of the draft.
        new(Sglang, LogQuantity.FreeBeforeWeights, "Load weight begin.*avail mem=", repeat: LogRepeat.First),
        new(Sglang, LogQuantity.FreeAfterWeights, "Load weight end.*avail mem=", repeat: LogRepeat.First),
        new(Sglang, LogQuantity.Weights, "Load weight end.*mem usage=", repeat: LogRepeat.First, next: LogQuantity.DraftWeights),
        new(Sglang, LogQuantity.KvTokens, "KV Cache is allocated.*#tokens: ", ",", LogRepeat.First),
        new(Sglang, LogQuantity.KvAvailable, "KV Cache is allocated.* KV size: ", repeat: LogRepeat.First),
        new(Sglang, LogQuantity.KvKeys, "KV Cache is allocated.* K size: ", repeat: LogRepeat.First),
        new(Sglang, LogQuantity.KvValues, "KV Cache is allocated.* V size: ", repeat: LogRepeat.First),
        new(Sglang, LogQuantity.KvAvailable, "SWAKVPool mem usage: ", repeat: LogRepeat.First),
        new(Sglang, LogQuantity.StateSlots, "Mamba Cache is allocated.*max_mamba_cache_size: ", ",", LogRepeat.First),
        new(Sglang, LogQuantity.ConvState, "Mamba Cache is allocated.*conv_state size: ", repeat: LogRepeat.First),
        new(Sglang, LogQuantity.SsmState, "Mamba Cache is allocated.*ssm_state size: ", repeat: LogRepeat.First),
        new(Sglang, LogQuantity.FreeAfterKv, "Memory pool end.*avail mem=", repeat: LogRepeat.First),
        new(Sglang, LogQuantity.Graphs, "Capture *graph end.*mem usage=", repeat: LogRepeat.First),
        new(Sglang, LogQuantity.KvTokens, "max_total_num_tokens=", ",", LogRepeat.Last),

        // llama.cpp: by device; a model with two kinds of cache prints a buffer for each.
        new(LlamaCpp, LogQuantity.ModelFile, "print_info: file size "),
        new(LlamaCpp, LogQuantity.ModelFile, "llm_load_print_meta: model size "),
        new(LlamaCpp, LogQuantity.ModelBuffer, " model buffer size", repeat: LogRepeat.Last, isByDevice: true),
        new(LlamaCpp, LogQuantity.KvBuffer, " KV buffer size", repeat: LogRepeat.Sum, isByDevice: true),
        new(LlamaCpp, LogQuantity.StateBuffer, " RS buffer size", repeat: LogRepeat.Sum, isByDevice: true),
        new(LlamaCpp, LogQuantity.ComputeBuffer, " compute buffer size", repeat: LogRepeat.Last, isByDevice: true),
        new(LlamaCpp, LogQuantity.KvKeys, ", K (*): ", repeat: LogRepeat.Sum),
        new(LlamaCpp, LogQuantity.KvValues, ", V (*): ", repeat: LogRepeat.Sum),

        // TensorRT-LLM: the PyTorch backend allocates a small cache to measure with, then the real one.
        new(TensorRtLlm, LogQuantity.KvAvailable, "Allocated ", " for max tokens in paged KV cache", LogRepeat.Last),
        new(TensorRtLlm, LogQuantity.KvTokens, " for max tokens in paged KV cache (", ")", LogRepeat.Last),
        new(TensorRtLlm, LogQuantity.KvTokens, "Using ", " tokens in paged KV cache", LogRepeat.Last),
        new(TensorRtLlm, LogQuantity.KvBlocks, "Number of blocks in KV cache primary pool: ", ",", LogRepeat.Last),
        new(TensorRtLlm, LogQuantity.Weights, "Memory used after loading model weights (inside torch) in memory usage profiling: "),
    ];
}
