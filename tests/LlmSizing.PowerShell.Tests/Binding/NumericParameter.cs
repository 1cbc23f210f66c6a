using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Tests.Binding;

/// <summary>A numeric parameter of the surface, and the arguments that the command needs besides.</summary>
internal sealed class NumericParameter
{
    private static readonly Dictionary<string, string> Sizing = new()
    {
        ["Model"] = "opt-oss-20b",
        ["Server"] = "dgx-b200",
        ["Concurrency"] = "500",
        ["EffectiveContext"] = "65536",
    };

    private static readonly Dictionary<string, string> Stored = new(Sizing) { ["Storage"] = "profile_default" };

    private static readonly Dictionary<string, string> Timing = new()
    {
        ["Model"] = "opt-oss-20b",
        ["Server"] = "dgx-b200",
        ["Storage"] = "profile_default",
    };

    private static readonly Dictionary<string, string> Memory = new()
    {
        ["Model"] = "opt-oss-20b",
        ["GpuMemoryGib"] = "79.5",
    };

    private static readonly Dictionary<string, string> Simulation = new()
    {
        ["Model"] = "opt-oss-20b",
        ["Server"] = "dgx-b200",
        ["RequestsPerSecond"] = "5",
        ["InputTokens"] = "100",
        ["OutputTokens"] = "10",
        ["Requests"] = "10",
    };

    private static readonly NumericParameter[] All =
    [
        new("Invoke-LlmSizing", "Concurrency", "concurrency", isWhole: true, Sizing),
        new("Invoke-LlmSizing", "EffectiveContext", "effective_context", isWhole: true, Sizing),
        new("Invoke-LlmSizing", "KvBudgetRatio", "kv_budget_ratio", isWhole: false, Sizing),
        new("Invoke-LlmSizing", "RuntimeOverheadGib", "runtime_overhead_gib", isWhole: false, Sizing),
        new("Invoke-LlmSizing", "PeakHeadroomRatio", "peak_headroom_ratio", isWhole: false, Sizing),
        new("Invoke-LlmSizing", "TensorParallel", "tensor_parallel", isWhole: true, Sizing),
        new("Invoke-LlmSizing", "PipelineParallel", "pipeline_parallel", isWhole: true, Sizing),
        new("Invoke-LlmSizing", "RequestsPerSecond", "requests_per_second", isWhole: false, Sizing),
        new("Invoke-LlmSizing", "ThinkTimeSeconds", "think_time_seconds", isWhole: false, Sizing),
        new("Invoke-LlmSizing", "TurnsPerSession", "turns_per_session", isWhole: true, Sizing),
        new("Invoke-LlmSizing", "InputTokens", "input_tokens", isWhole: true, Sizing),
        new("Invoke-LlmSizing", "OutputTokens", "output_tokens", isWhole: true, Sizing),
        new("Invoke-LlmSizing", "TtftSloMs", "ttft_slo_ms", isWhole: false, Sizing),
        new("Invoke-LlmSizing", "SloPercentile", "slo_percentile", isWhole: false, Sizing),
        new("Invoke-LlmSizing", "NodeAvailability", "node_availability", isWhole: false, Sizing),
        new("Invoke-LlmSizing", "PrefixCacheHitRatio", "prefix_cache_hit_ratio", isWhole: false, Sizing),
        new("Invoke-LlmSizing", "MaxLoadSeconds", "max_load_seconds", isWhole: false, Stored),
        new("Invoke-LlmSizing", "ModelVersions", "model_versions", isWhole: true, Stored),
        new("Invoke-LlmSizing", "RollingUpdateNodes", "rolling_update_nodes", isWhole: true, Stored),
        new("Invoke-LlmSizing", "Pue", "pue", isWhole: false, Sizing),
        new("Invoke-LlmSizing", "PricePerHour", "price_per_hour", isWhole: false, Sizing),
        new("Invoke-LlmSizing", "OutputTokensPerSecond", "output_tokens_per_second", isWhole: false, Sizing),
        new("Get-StorageTiming", "Nodes", "Nodes", isWhole: true, Timing),
        new("Get-StorageTiming", "StorageNicGbS", "storage_nic_gb_s", isWhole: false, Timing),
        new("Get-LlmWeights", "TensorParallel", "tensor_parallel", isWhole: true, new() { ["Model"] = "opt-oss-20b" }),
        new("Find-LlmPlacement", "KvBudgetRatio", "kv_budget_ratio", isWhole: false, Sizing),
        new("Find-LlmPlacement", "InputTokens", "input_tokens", isWhole: true, Sizing),
        new("Find-LlmPlacement", "OutputTokens", "output_tokens", isWhole: true, Sizing),
        new("Find-LlmPlacement", "PrefixCacheHitRatio", "prefix_cache_hit_ratio", isWhole: false, Sizing),
        new("Find-LlmPlacement", "TtftSloMs", "ttft_slo_ms", isWhole: false, Sizing),
        new("Find-LlmPlacement", "TpotSloMs", "tpot_slo_ms", isWhole: false, Sizing),
        new("Find-LlmPlacement", "MaxGpus", "max_gpus", isWhole: true, Sizing),
        new("Invoke-LlmSimulation", "RequestsPerSecond", "requests_per_second", isWhole: false, Simulation),
        new("Invoke-LlmSimulation", "PrefixCacheHitRatio", "prefix_cache_hit_ratio", isWhole: false, Simulation),
        new("Invoke-LlmSimulation", "InputTokens", "input_tokens", isWhole: true, Simulation),
        new("Invoke-LlmSimulation", "Replicas", "replicas", isWhole: true, Simulation),
        new("Get-KvPerSession", "EffectiveContext", "effective_context", isWhole: true, new() { ["Model"] = "opt-oss-20b" }),
        new("Get-EngineMemory", "GpuMemoryGib", "gpu_memory_gib", isWhole: false, Memory),
        new("Get-EngineMemory", "GpuMemoryUtilization", "gpu_memory_utilization", isWhole: false, Memory),
        new("Get-EngineMemory", "MaxModelLength", "max_model_len", isWhole: true, Memory),
        new("Get-EngineMemory", "MaxSequences", "max_num_seqs", isWhole: true, Memory),
        new("Get-EngineMemory", "MaxBatchedTokens", "max_num_batched_tokens", isWhole: true, Memory),
        new("Get-EngineMemory", "BlockSize", "block_size", isWhole: true, Memory),
        new("Get-EngineMemory", "TensorParallel", "tensor_parallel", isWhole: true, Memory),
        new("Get-EngineMemory", "PipelineParallel", "pipeline_parallel", isWhole: true, Memory),
        new("Get-EngineMemory", "DataParallel", "data_parallel", isWhole: true, Memory),
        new("Get-EngineMemory", "ExpertParallel", "expert_parallel", isWhole: true, Memory),
        new("Get-EngineMemory", "ContextParallel", "context_parallel", isWhole: true, Memory),
    ];

    private readonly Dictionary<string, string> others;

    private NumericParameter(string command, string name, string snakeName, bool isWhole, Dictionary<string, string> others)
    {
        Command = command;
        Name = name;
        SnakeName = snakeName;
        IsWhole = isWhole;
        this.others = others.Where(pair => pair.Key != name).ToDictionary();
    }

    public static IEnumerable<string> Ids => All.Select(parameter => parameter.ToString());

    public string Command { get; }

    public string Name { get; }

    public string SnakeName { get; }

    public bool IsWhole { get; }

    /// <summary>The script that gives the value by argument.</summary>
    public string ByArgument =>
        $"{Command} {string.Join(' ', others.Select(pair => $"-{pair.Key} {pair.Value}"))} -{Name} $args[0]";

    /// <summary>The script that gives a record in the pipe.</summary>
    public string ByPropertyName => $"$args[0] | {Command}";

    public IEnumerable<KeyValuePair<string, object?>> Poison => IsWhole ? Binding.Poison.Values.Concat(Binding.Poison.Fractions) : Binding.Poison.Values;

    public static NumericParameter Find(string id) => All.Single(parameter => parameter.ToString() == id);

    /// <summary>A record with the value in this parameter's column.</summary>
    public PSObject Record(object? value, bool snakeCase)
    {
        var record = new PSObject();
        foreach (KeyValuePair<string, string> other in others)
        {
            record.Properties.Add(new PSNoteProperty(other.Key, other.Value));
        }
        record.Properties.Add(new PSNoteProperty(snakeCase ? SnakeName : Name, value));
        return record;
    }

    public override string ToString() => $"{Command} -{Name}";
}
