using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace LlmSizing;

/// <summary>Streams the requests of a public trace: the CSV files of Azure's LLM inference traces and of BurstGPT, the JSONL files of Mooncake.</summary>
/// <remarks>A request is read when it is asked for: memory does not grow with the trace.</remarks>
public static class TraceFile
{
    /// <summary>Characters of the longest line that is read: a prompt of a million tokens has some 2,000 block ids.</summary>
    public const int LongestLine = 1 << 20;

    /// <summary>The requests of a file in their order, seconds counted from the first; the kind of trace is known by its first line.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="ImportException">While it is enumerated: the file is missing, empty, of no known kind, or a line is broken or earlier than the one before; names the line.</exception>
    public static IEnumerable<TraceRequest> Read(string path)
    {
        // Opened once for its checks: nothing empty, no pipe, no device.
        using (LocalFile.Open(path, null) ?? throw new ImportException($"There is no file {Shown.Quoted(Path.GetFileName(path))}."))
        {
        }
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        foreach (TraceRequest request in Read(reader))
        {
            yield return request;
        }
    }

    internal static IEnumerable<TraceRequest> Read(TextReader reader)
    {
        TraceRow? format = null;
        double? first = null;
        double last = 0;
        foreach ((string line, long number) in TraceLines.Read(reader))
        {
            if (format is null)
            {
                format = TraceRow.For(line, number);
                if (format.IsHeader)
                {
                    continue;
                }
            }
            TraceRequest request = format.Read(line, number);
            first ??= request.ArrivalSeconds;
            double arrival = request.ArrivalSeconds - first.Value;
            last = arrival >= last ? arrival : throw TraceRow.Wrong(number, "the request comes before the one above it: sort the trace by its time");
            yield return new TraceRequest(arrival, request.InputTokens, request.OutputTokens, request.PrefixHashes);
        }
        if (first is null)
        {
            throw new ImportException("The trace has no request.");
        }
    }
}
