using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Accuracy.Tests;

/// <summary>Files of the same shape with anything in them: a row each, never skipped, never a crash.</summary>
public sealed class AnyFileTests : IDisposable
{
    private const string Good = """
        {"id": "good", "engine": "vllm", "engine_version": "0.19.0", "model": "RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic", "tp": 2, "gpu": {"type": "H100", "memory_gib": 79.19}, "gpu_memory_utilization": 0.95, "max_model_len": 8192, "max_num_seqs": 1024, "max_num_batched_tokens": 8192, "observed": {"kv_available_gib_per_gpu": 37.28, "kv_tokens": 244304, "gpu_blocks": 15269, "weights_gib_per_gpu": 33.88}}
        """;

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_case_is_compared_and_the_totals_end_the_output()
    {
        string[] lines = Lines(Good);

        Assert.StartsWith("good: vllm 0.19.0 | llama-3.3-70b as fp8_dynamic", lines[0]);
        Assert.Contains("kv_bytes exact", lines[0]);
        Assert.Equal(
            ["cases", "unresolved", "kv_bytes_exact", "weights_median_pct", "weights_worst_pct", "kv_tokens_given_weights_median_pct", "kv_tokens_median_pct", "kv_tokens_worst_pct"],
            lines[^8..].Select(line => line.Split(':')[0]));
        Assert.Equal("cases: 1", lines[^8]);
        Assert.Equal("kv_bytes_exact: 1/1", lines[^6]);
    }

    [Theory]
    [InlineData("""{"id": "x"}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("""{"id": null, "engine": null, "model": null, "observed": null, "gpu": null, "flags": null, "excerpt": null}""")]
    [InlineData("""{"id": 3, "engine": 4, "model": 5, "observed": [], "gpu": "H100", "flags": {}, "excerpt": []}""")]
    [InlineData("""{"engine": "vllm", "model": "llama-3.1-8b", "tp": 0, "pp": -1, "dp": 1e30, "ep": "x", "max_model_len": "many", "observed": {"kv_tokens": -5, "kv_available_gib_per_gpu": 1e28}}""")]
    [InlineData("""{"engine": "vllm", "model": "llama-3.1-8b", "tp": 7, "gpu": {"memory_gib": 0.001}, "gpu_memory_utilization": 7, "observed": {"kv_tokens": 1e12, "kv_available_gib_per_gpu": 0.00}}""")]
    [InlineData("""{"engine": "vllm", "model": "llama-3.1-8b", "pp": 99, "observed": {"weights_gib_per_gpu": "33,1", "unheard_of": 3}}""")]
    [InlineData("""{"engine": "sglang", "model": "Llama-3.x-8B class", "mem_fraction_static": null, "observed": {"k_gib": 2.33, "v_gib": 2.33, "kv_tokens": 38141}}""")]
    [InlineData("""{"engine": "TRT-LLM 1.0", "model": "Qwen2.5 1.5B", "observed": {"kv_available_gib_per_gpu": 7.31, "kv_tokens": 273792}}""")]
    [InlineData("""{"engine": "llama.cpp", "model": "something else entirely", "observed": {"k_mib": 64}}""")]
    public void A_case_that_says_little_or_nonsense_is_a_row_and_disturbs_no_other(string line)
    {
        string[] lines = Lines(line + "\n" + Good);

        Assert.Equal("cases: 2", lines[^8]);
        Assert.Equal(2, lines.TakeWhile(row => row.Length > 0).Count());
        Assert.Contains(lines, row => row.StartsWith("good: ", StringComparison.Ordinal) && row.Contains("kv_bytes exact", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_that_is_not_known_is_unresolved_and_counted() => Assert.Equal("unresolved: 1", Lines(Good.Replace("Llama-3.3-70B", "Nobody-Knows-9B"))[^7]);

    [Fact]
    public void An_empty_file_has_no_cases() => Assert.Equal("weights_median_pct: n/a", Lines("")[^5]);

    [Fact]
    public void The_numbers_are_the_same_in_every_culture()
    {
        string[] plain = Lines(Good);
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("pt-BR");
            Assert.Equal(plain, Lines(Good));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private string[] Lines(string text)
    {
        File.WriteAllText(path, text);
        using var output = new StringWriter();
        LogsReport.Of(path).Write(output);
        return output.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
    }
}
