using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A rule of vLLM that changed with a version.</summary>
internal sealed class VllmRule
{
    private VllmRule(string name, string from, string says, string source)
    {
        Name = name;
        From = EngineVersion.Parse(from)!;
        Says = says;
        Source = source;
    }

    /// <summary>Every rule that changed, with the version it changed in.</summary>
    public static IReadOnlyList<VllmRule> All { get; } =
    [
        new("v1_engine", "0.8", "the V1 engine: 1024 sequences and 8192 batched tokens on GPUs of at least 70 GiB but the A100, else 256 and 2048", "vllm/engine/arg_utils.py, get_batch_defaults; vllm#17885"),
        new("hybrid_allocator", "0.9.2", "sliding and chunked layers give blocks back: layers are grouped by kind", "vllm#17996"),
        new("chunked_hybrid", "0.15", "chunked layers are grouped, too, unless the manager is disabled", "vllm#29431 (0.12: disabled), log of 0.19 with Llama 4 (4 groups)"),
        new("state_align", "0.17", "recurrent layers keep 2 state blocks per sequence (mamba_cache_mode align), 1 before", "log of 0.17: 304 blocks at 38 a request; vllm/v1/kv_cache_interface.py, MambaSpec"),
        new("graphs_in_budget", "0.21", "the estimate of CUDA graphs is taken from the budget", "vllm/v1/worker/gpu_worker.py ('default since v0.21.0'); vllm#30515, gpustack/runner#251"),
        new("utilization_092", "0.22", "gpu_memory_utilization is 0.92 unless given, 0.90 before", "vllm/config/cache.py; aiconfigurator's vllm_backend.py"),
        new("tokens_from_concurrency", "0.22", "'GPU KV cache size' is the maximum concurrency times max_model_len, before it was blocks by groups times the block size", "vllm#40694; logs of 0.21 and 0.22"),
        new("page_padding", "0.24", "pages that no block size makes equal are padded; before, the model was refused", "vllm#45181"),
        new("in_flight_batches", "0.26", "sliding and chunked layers keep the tokens of two batches in flight", "vllm#47728"),
        new("graphs_outside_again", "0.28", "the second model runner does not take the graphs from the budget", "logs of 0.28 and newer: available is the request less what is consumed and the peak activation"),
    ];

    public string Name { get; }

    public EngineVersion From { get; }

    public string Says { get; }

    public string Source { get; }

    /// <summary>Whether the rule holds in a version.</summary>
    public static bool Holds(string name, EngineVersion version) => version.IsAtLeast(All.First(rule => rule.Name == name).From);

    public override string ToString() => $"from {From}: {Says}";
}
