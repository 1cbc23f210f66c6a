using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Where a line states one setting, from a marker to what ends the value.</summary>
internal sealed class LogSettingRule
{
    private const int LongestValue = 256;

    private readonly string marker;
    private readonly string ending;

    private LogSettingRule(string name, string marker, string ending = "$")
    {
        Name = name;
        this.marker = marker;
        this.ending = ending;
    }

    /// <summary>Single settings, one line each.</summary>
    public static IReadOnlyList<LogSettingRule> All { get; } =
    [
        new(LogSetting.Version, "vLLM API server version "),
        new(LogSetting.Version, " LLM engine (v", ")"),
        new(LogSetting.MaxModelLength, "Using max model len "),
        new(LogSetting.MaxModelLength, "Maximum concurrency for ", " tokens per request"),
        new(LogSetting.MaxBatchedTokens, "Chunked prefill is enabled with max_num_batched_tokens=", "."),
        new(LogSetting.Architecture, "Resolved architecture: "),
        new(LogSetting.BlockSize, "Setting attention block size to ", " tokens"),
        new(LogSetting.Architecture, "Load weight end.*type=", ","),
        new(LogSetting.KvPrecision, "Using KV cache dtype: "),
        new(LogSetting.Version, "build: ", " "),
        new(LogSetting.Model, " general.name "),
        new(LogSetting.Quantization, "print_info: file type "),
        new(LogSetting.Quantization, "llm_load_print_meta: model ftype "),
        new(LogSetting.Architecture, "print_info: arch "),
        new(LogSetting.Architecture, "llm_load_print_meta: arch "),
        new(LogSetting.MaxModelLength, ": n_ctx "),
        new(LogSetting.MicroBatch, ": n_ubatch "),
        new(LogSetting.FlashAttention, ": flash_attn "),
        new(LogSetting.MaxSequences, ": n_seq_max "),
        new(LogSetting.OffloadedLayers, ": offloaded ", " layers to GPU"),
        new(LogSetting.KeyPrecision, ", K (", "): "),
        new(LogSetting.ValuePrecision, ", V (", "): "),
        new(LogSetting.Version, "TensorRT-LLM version: "),
        new(LogSetting.Version, "TensorRT LLM version: "),
        new(LogSetting.BlockSize, "Number of tokens per block: ", "."),
    ];

    public string Name { get; }

    /// <summary>The value, or null where the line does not state it or was cut inside it.</summary>
    public string? Find(string line, bool isWhole)
    {
        string[] parts = marker.Split('*');
        int start = line.IndexOf(parts[0], StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }
        start += parts[0].Length;
        if (parts.Length == 2)
        {
            int found = line.IndexOf(parts[1], start, Math.Min(LongestValue, line.Length - start), StringComparison.Ordinal);
            if (found < 0)
            {
                return null;
            }
            start = found + parts[1].Length;
        }
        int end = ending == "$" ? isWhole ? line.Length : -1 : line.IndexOf(ending, start, Math.Min(LongestValue, line.Length - start), StringComparison.Ordinal);
        if (end < 0 || end - start > LongestValue)
        {
            return null;
        }
        string value = line.Substring(start, end - start).Trim(' ', '\t', '=', ':');
        return value.Length == 0 ? null : IsGrouped(value) ? value.Replace(",", "") : value;
    }

    // "8,192" of a sentence is the 8192 of an argument.
    private static bool IsGrouped(string value) => value.All(letter => letter is ',' or (>= '0' and <= '9'));
}
