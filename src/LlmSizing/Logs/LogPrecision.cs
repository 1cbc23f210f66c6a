using System;
using System.Linq;

namespace LlmSizing;

/// <summary>How keys and values were stored, from what a log calls it.</summary>
internal static class LogPrecision
{
    /// <summary>The precision that a log states; where it says auto or nothing, that of the activations.</summary>
    public static KvPrecision Of(EngineLog log, Model model)
    {
        if (log.Setting(LogSetting.KeyPrecision) is string keys && Find(keys) is KvPrecision key)
        {
            return log.Setting(LogSetting.ValuePrecision) is string values && KvPrecision.Find(key.Name + "/" + values) is KvPrecision pair ? pair : key;
        }
        return Find(log.Setting(LogSetting.KvPrecision))
            ?? Find(log.Setting(LogSetting.Dtype))
            ?? Find(model.Architecture?.Sizes.Dtype)
            ?? KvPrecision.Find("bf16")!;
    }

    /// <summary>Whether the log states it.</summary>
    public static bool IsStated(EngineLog log) => (log.Setting(LogSetting.KeyPrecision) ?? log.Setting(LogSetting.KvPrecision)) is not null;

    // fp8, torch.bfloat16, auto(bfloat16), 16-bit, float8_e4m3fn.
    private static KvPrecision? Find(string? text)
    {
        if (text is null)
        {
            return null;
        }
        string word = text.Trim().ToLowerInvariant();
        word = word.StartsWith("torch.", StringComparison.Ordinal) ? word.Substring(6) : word;
        int open = word.IndexOf('(');
        if (open >= 0)
        {
            return Find(word.Substring(0, open)) ?? Find(word.Substring(open + 1).TrimEnd(')'));
        }
        string first = word.Split([' ', ',', '|', ';'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return first switch
        {
            "auto" => null,
            "16-bit" or "16bit" or "fp16/bf16" or "bf16/fp16" => KvPrecision.Find("bf16"),
            _ when first.StartsWith("float8", StringComparison.Ordinal) || first.StartsWith("fp8_e", StringComparison.Ordinal) => KvPrecision.Find("fp8"),
            _ => KvPrecision.Find(first),
        };
    }
}
