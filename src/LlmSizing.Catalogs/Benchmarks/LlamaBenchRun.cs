using System;

namespace LlmSizing;

/// <summary>A test of llama-bench, fields as tools/llama-bench/llama-bench.cpp writes them: n_prompt, n_gen and n_depth tokens, and avg_ts tokens per second over both.</summary>
internal static class LlamaBenchRun
{
    public static BenchmarkRun Of(BenchmarkFields fields)
    {
        long prompt = fields.Whole("n_prompt") ?? 0;
        long generated = fields.Whole("n_gen") ?? 0;
        long depth = fields.Whole("n_depth") ?? 0;
        double rate = fields.Number("avg_ts") is double tokens and > 0 ? tokens : throw fields.Wrong("avg_ts should be above 0");
        if (prompt + generated == 0)
        {
            throw fields.Wrong("a test has neither n_prompt nor n_gen");
        }
        double milliseconds = 1000 * (prompt + generated) / rate;
        var load = new BenchmarkLoad(maxConcurrency: 1, inputTokens: prompt, outputTokens: generated, cachedTokens: depth);
        LatencySummary ttft = generated == 0 ? new LatencySummary(mean: milliseconds) : LatencySummary.None;
        LatencySummary tpot = prompt == 0 ? new LatencySummary(mean: milliseconds / generated) : LatencySummary.None;
        LatencySummary whole = prompt > 0 && generated > 0 ? new LatencySummary(mean: milliseconds) : LatencySummary.None;
        return new BenchmarkRun(BenchmarkTool.LlamaBench, ModelOf(fields), "llama.cpp", load, ttft, tpot, LatencySummary.None, whole, new BenchmarkThroughput());
    }

    private static string? ModelOf(BenchmarkFields fields)
    {
        string? file = fields.Text("model_filename");
        string? name = file?.Substring(file.LastIndexOfAny(['/', '\\']) + 1);
        return name?.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase) == true ? name.Substring(0, name.Length - 5) : name ?? fields.Text("model_type");
    }
}
