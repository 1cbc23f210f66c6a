using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace LlmSizing.Accuracy;

/// <summary>A case as the log that it was taken from: what was observed, and what is known of the settings.</summary>
internal static class CaseLog
{
    // Engines print sizes with two decimals and the file drops trailing zeros: 4.9 is 4.90.
    private const decimal PrintedStep = 0.01m;

    private static readonly Dictionary<string, (LogQuantity Quantity, decimal Unit)> Observed = new(StringComparer.Ordinal)
    {
        ["weights_gib_per_gpu"] = (LogQuantity.Weights, 1),
        ["draft_weights_gib"] = (LogQuantity.DraftWeights, 1),
        ["kv_available_gib_per_gpu"] = (LogQuantity.KvAvailable, 1),
        ["kv_tokens"] = (LogQuantity.KvTokens, 1),
        ["gpu_blocks"] = (LogQuantity.KvBlocks, 1),
        ["max_concurrency"] = (LogQuantity.MaxConcurrency, 1),
        ["activation_peak_gib"] = (LogQuantity.Activation, 1),
        ["non_torch_gib"] = (LogQuantity.NonTorch, 1),
        ["total_non_kv_gib"] = (LogQuantity.NonKv, 1),
        ["cuda_graph_gib"] = (LogQuantity.Graphs, 1),
        ["cuda_graph_estimated_gib"] = (LogQuantity.GraphsEstimated, 1),
        ["free_memory_at_start_gib"] = (LogQuantity.GpuFree, 1),
        ["free_before_kv_gib"] = (LogQuantity.FreeBeforeKv, 1),
        ["avail_before_load_gib"] = (LogQuantity.FreeBeforeWeights, 1),
        ["avail_after_load_gib"] = (LogQuantity.FreeAfterWeights, 1),
        ["avail_after_pool_gib"] = (LogQuantity.FreeAfterKv, 1),
        ["k_gib"] = (LogQuantity.KvKeys, 1),
        ["v_gib"] = (LogQuantity.KvValues, 1),
        ["k_mib"] = (LogQuantity.KvKeys, 1024),
        ["v_mib"] = (LogQuantity.KvValues, 1024),
        ["kv_buffer_mib"] = (LogQuantity.KvBuffer, 1024),
        ["compute_buffer_mib"] = (LogQuantity.ComputeBuffer, 1024),
        ["model_buffer_mib"] = (LogQuantity.ModelBuffer, 1024),
        ["model_size_gib"] = (LogQuantity.ModelFile, 1),
        ["mamba_slots"] = (LogQuantity.StateSlots, 1),
        ["conv_state_gib"] = (LogQuantity.ConvState, 1),
        ["ssm_state_gib"] = (LogQuantity.SsmState, 1),
    };

    /// <summary>Observed names that no quantity of the library stands for.</summary>
    public static IEnumerable<string> Unknown(CaseFields fields) => fields.Numbers("observed").Select(number => number.Name).Where(name => !Observed.ContainsKey(name));

    public static EngineLog Of(CaseFields fields)
    {
        EngineLog excerpt = EngineLog.Parse((fields.Text("excerpt") ?? "").Split('\n'));
        string? engine = EngineName(fields.Text("engine")) ?? excerpt.Engine;
        List<LogObservation> observations = fields.Numbers("observed").Where(number => Observed.ContainsKey(number.Name)).Select(Observation).ToList();
        // The file gives the GPU's memory apart; the excerpt may have it to more digits.
        observations.AddRange(excerpt.Observations.Where(seen => seen.Quantity == LogQuantity.GpuTotal || seen.Quantity == LogQuantity.FreeBeforeWeights));
        if (fields.Number("gpu", "memory_gib") is decimal memory and > 0 && !observations.Any(seen => seen.Quantity == LogQuantity.GpuTotal))
        {
            observations.Add(new LogObservation(LogQuantity.GpuTotal, memory, PrintedStep));
        }
        return new EngineLog(engine, observations, [.. excerpt.Settings, .. Flags(fields.Text("flags")), .. Settings(fields, engine)]);
    }

    private static LogObservation Observation((string Name, decimal Value, decimal Step) number)
    {
        (LogQuantity quantity, decimal unit) = Observed[number.Name];
        bool isCount = quantity.Unit is "tokens" or "blocks" or "sequences";
        return new LogObservation(quantity, number.Value / unit, isCount ? 1 : Math.Min(number.Step, PrintedStep) / unit);
    }

    private static IEnumerable<LogSetting> Settings(CaseFields fields, string? engine)
    {
        (string Name, string? Value)[] given =
        [
            ("version", CaseVersion.Of(fields.Text("engine_version"), engine)),
            ("model", fields.Text("model")),
            ("quantization", fields.Text("quantization")),
            ("kv_precision", fields.Text("kv_dtype")),
            ("tensor_parallel", fields.Text("tp")),
            ("pipeline_parallel", fields.Text("pp")),
            ("data_parallel", fields.Text("dp")),
            ("expert_parallel", fields.Whole("ep") is > 1 and long experts ? experts.ToString(CultureInfo.InvariantCulture) : null),
            ("memory_fraction", fields.Text(engine == "sglang" ? "mem_fraction_static" : "gpu_memory_utilization") ?? fields.Text("gpu_memory_utilization") ?? fields.Text("mem_fraction_static")),
            ("max_model_length", fields.Text("max_model_len")),
            ("max_sequences", fields.Text("max_num_seqs")),
            ("max_batched_tokens", fields.Text("max_num_batched_tokens")),
            ("block_size", fields.Text("block_size")),
        ];
        return given.Where(setting => setting.Value is not null).Select(setting => new LogSetting(setting.Name, setting.Value!, 0));
    }

    // "{'max_model_len': 8192}", "--tp-size 2 --kv-cache-dtype fp8", "enforce_eager", "n_ubatch 256, fa 0".
    private static IEnumerable<LogSetting> Flags(string? flags)
    {
        if (flags is null)
        {
            return [];
        }
        IEnumerable<LogSetting> listed = EngineLog.Parse(["non-default args: " + flags + " "]).Settings;
        IEnumerable<LogSetting> typed = Regex.Matches(flags, @"--([a-z][a-z0-9-]+)(?:[ =]([^\s-][^\s]*))?", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(match => EngineLog.Parse([$"non-default args: {{'{match.Groups[1].Value.Replace('-', '_')}': '{(match.Groups[2].Success ? match.Groups[2].Value.Trim('\'', '"') : "True")}'}}"]))
            .SelectMany(log => log.Settings);
        var words = new List<LogSetting>();
        if (Regex.IsMatch(flags, @"\benforce[ _-]eager\b(?!['""]?\s*[:=]\s*(False|false|0))|disable[_-]cuda[_-]graph(?!_)\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            words.Add(new LogSetting("enforce_eager", "True", 0));
        }
        if (Regex.Match(flags, @"\bn_?ubatch\s*=?\s*(\d{1,7})\b", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } batch)
        {
            words.Add(new LogSetting("micro_batch", batch.Groups[1].Value, 0));
        }
        return [.. listed, .. typed, .. words];
    }

    private static string? EngineName(string? text)
    {
        string word = (text ?? "").ToLowerInvariant();
        return word.Contains("sglang", StringComparison.Ordinal) ? "sglang"
            : word.Contains("vllm", StringComparison.Ordinal) ? "vllm"
            : word.Contains("trt", StringComparison.Ordinal) || word.Contains("tensorrt", StringComparison.Ordinal) ? "tensorrt-llm"
            : word.Contains("llama", StringComparison.Ordinal) || word.Contains("lcpp", StringComparison.Ordinal) ? "llama.cpp"
            : null;
    }
}
