using System;
using System.Collections.Generic;
using System.IO;

namespace LlmSizing;

/// <summary>Reads the runs of a benchmark's result: JSON of <c>vllm bench serve</c> or llama-bench, JSONL of <c>sglang.bench_serving</c>, CSV of GenAI-Perf or AIPerf.</summary>
public static class BenchmarkFile
{
    /// <summary>Bytes of the largest file that is read: with every token's time, a run of 2,000 requests of 1,000 tokens takes about 50 MB.</summary>
    public const int LargestBytes = 128 << 20;

    /// <summary>The runs of a file, in its order; the tool is known by what the file says, not by its name.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="isStopped">Asked all along whether to end there; null where nothing stops it.</param>
    /// <exception cref="ImportException">It is empty, too large, broken, or of no tool that is known; names line and place.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<BenchmarkRun> Read(string path, Func<bool>? isStopped = null)
    {
        using LocalFile file = LocalFile.Open(path, null) ?? throw new ImportException($"There is no file {Shown.Quoted(Path.GetFileName(path))}.");
        return file.Length <= LargestBytes
            ? Parse(file.Read(0, (int)file.Length), isStopped)
            : throw new ImportException($"The file has more than {NumberText.Plain(LargestBytes)} bytes, the most that is read of a benchmark's result.");
    }

    internal static IReadOnlyList<BenchmarkRun> Parse(byte[] text, Func<bool>? isStopped = null)
    {
        int start = JsonReader.MarkLength(text, 0, text.Length);
        while (start < text.Length && text[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }
        byte first = start < text.Length ? text[start] : throw new ImportException("The file has no content.");
        try
        {
            return first is (byte)'{' or (byte)'[' ? BenchmarkJson.Read(text, isStopped) : [PerfCsv.Read(text)];
        }
        catch (SizingException error)
        {
            throw new ImportException(error.Message);
        }
    }
}
