using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The runs of a JSON text: one object, a list of them, or one to a line.</summary>
internal static class BenchmarkJson
{
    private static readonly JsonLimits Limits = new(BenchmarkFile.LargestBytes, nodes: 8_000_000, textLength: 1 << 20);

    public static IReadOnlyList<BenchmarkRun> Read(byte[] text, Func<bool>? isStopped)
    {
        var runs = new List<BenchmarkRun>();
        foreach ((int start, int end, long line) in Values(text))
        {
            JsonView value = new JsonReader(text, end, Limits, start, isStopped).Read();
            runs.AddRange((value.Kind == JsonKind.Array ? value.Items() : [value]).Select(one => RunOf(new BenchmarkFields(one, line))));
        }
        return runs.Count > 0 ? runs : throw new ImportException("The file has no run.");
    }

    // Tools that append write an object to a line; an object over several lines is a file of its own.
    private static IEnumerable<(int Start, int End, long Line)> Values(byte[] text)
    {
        long line = 1;
        int start = JsonReader.MarkLength(text, 0, text.Length);
        bool isByLine = false;
        for (int end = start; end <= text.Length; end++)
        {
            if (end < text.Length && text[end] != '\n')
            {
                continue;
            }
            (int first, int last) = Trimmed(text, start, end);
            if (first < last && !isByLine && (text[first] != '{' || text[last - 1] != '}'))
            {
                yield return (start, text.Length, line);
                yield break;
            }
            if (first < last)
            {
                isByLine = true;
                yield return (start, end, line);
            }
            start = end + 1;
            line++;
        }
    }

    private static (int First, int Last) Trimmed(byte[] text, int first, int last)
    {
        while (first < last && text[first] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            first++;
        }
        while (last > first && text[last - 1] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            last--;
        }
        return (first, last);
    }

    private static BenchmarkRun RunOf(BenchmarkFields fields) =>
        fields.Has("avg_ts") ? LlamaBenchRun.Of(fields)
        : fields.Has("mean_e2e_latency_ms") || fields.Has("total_output_tokens_retokenized") ? ServingRun.OfSglang(fields)
        : fields.Has("request_throughput") ? ServingRun.OfVllm(fields)
        : throw fields.Wrong("this is no run of vllm bench serve, sglang.bench_serving or llama-bench");
}
