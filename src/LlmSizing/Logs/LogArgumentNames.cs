using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The engines' argument names, and the lines that list them.</summary>
internal static class LogArgumentNames
{
    /// <summary>What stands before a list of arguments, and whether the list begins with it.</summary>
    public static IReadOnlyList<(string Engine, string Marker, bool IsPart)> Lists { get; } =
    [
        (LogRules.Vllm, "non-default args: ", false),
        (LogRules.Vllm, "args: Namespace(", false),
        (LogRules.Vllm, ") with config: ", false),
        (LogRules.Sglang, "server_args=ServerArgs(", false),
        (LogRules.Sglang, "server_args: ", false),
        (LogRules.Sglang, "max_total_num_tokens=", true),
        (LogRules.TensorRtLlm, "max_seq_len=", true),
    ];

    /// <summary>Our name of an argument.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["model"] = LogSetting.Model,
        ["model_path"] = LogSetting.Model,
        ["tensor_parallel_size"] = LogSetting.TensorParallel,
        ["tp_size"] = LogSetting.TensorParallel,
        ["pipeline_parallel_size"] = LogSetting.PipelineParallel,
        ["pp_size"] = LogSetting.PipelineParallel,
        ["data_parallel_size"] = LogSetting.DataParallel,
        ["dp_size"] = LogSetting.DataParallel,
        ["enable_expert_parallel"] = LogSetting.ExpertParallel,
        ["ep_size"] = LogSetting.ExpertParallel,
        ["enable_dp_attention"] = LogSetting.DataParallelAttention,
        ["gpu_memory_utilization"] = LogSetting.MemoryFraction,
        ["mem_fraction_static"] = LogSetting.MemoryFraction,
        ["max_model_len"] = LogSetting.MaxModelLength,
        ["max_seq_len"] = LogSetting.MaxModelLength,
        ["context_length"] = LogSetting.MaxModelLength,
        ["context_len"] = LogSetting.MaxModelLength,
        ["max_num_seqs"] = LogSetting.MaxSequences,
        ["max_running_requests"] = LogSetting.MaxSequences,
        ["max_num_requests"] = LogSetting.MaxSequences,
        ["max_num_batched_tokens"] = LogSetting.MaxBatchedTokens,
        ["chunked_prefill_size"] = LogSetting.MaxBatchedTokens,
        ["max_num_tokens"] = LogSetting.MaxBatchedTokens,
        ["block_size"] = LogSetting.BlockSize,
        ["page_size"] = LogSetting.BlockSize,
        ["kv_cache_dtype"] = LogSetting.KvPrecision,
        ["quantization"] = LogSetting.Quantization,
        ["dtype"] = LogSetting.Dtype,
        ["enforce_eager"] = LogSetting.EnforceEager,
        ["disable_cuda_graph"] = LogSetting.EnforceEager,
    };
}
