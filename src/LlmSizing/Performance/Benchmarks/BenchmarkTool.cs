using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A tool that measures servers of models, and what it means by its words.</summary>
public sealed class BenchmarkTool
{
    private BenchmarkTool(string name, string tpotDefinition, bool isServed = true)
    {
        IsServed = isServed;
        Name = name;
        TpotDefinition = tpotDefinition;
    }

    /// <summary>vLLM's <c>vllm bench serve</c> (vllm/benchmarks/serve.py: "Time per Output Token (excl. 1st token)").</summary>
    public static BenchmarkTool VllmBenchServe { get; } = new("vllm bench serve", "tpot = " + BenchmarkRun.AfterFirst + ", the mean or median over requests of more than one token");

    /// <summary>SGLang's <c>sglang.bench_serving</c>, which counts as vLLM does.</summary>
    public static BenchmarkTool SglangBenchServing { get; } = new("sglang.bench_serving", "tpot = " + BenchmarkRun.AfterFirst + ", the mean or median over requests of more than one token");

    /// <summary>GenAI-Perf, whose inter token latency is a request's mean and so what others call TPOT.</summary>
    public static BenchmarkTool GenaiPerf { get; } = new("genai-perf", "inter token latency = " + BenchmarkRun.AfterFirst + ", a request's mean");

    /// <summary>AIPerf, the successor of GenAI-Perf, with its definitions.</summary>
    public static BenchmarkTool Aiperf { get; } = new("aiperf", "inter token latency = " + BenchmarkRun.AfterFirst + ", a request's mean");

    /// <summary>llama.cpp's llama-bench, which times the engine without a server: prompts and answers each by themselves.</summary>
    public static BenchmarkTool LlamaBench { get; } = new("llama-bench", "tpot = 1 / avg_ts of a test that only generates, the first token included", isServed: false);

    /// <summary>Every tool whose files are read.</summary>
    public static IReadOnlyList<BenchmarkTool> All { get; } = [VllmBenchServe, SglangBenchServing, GenaiPerf, Aiperf, LlamaBench];

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it means by the time per output token.</summary>
    public string TpotDefinition { get; }

    /// <summary>Whether it asks a server; false where it times the engine alone.</summary>
    public bool IsServed { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
