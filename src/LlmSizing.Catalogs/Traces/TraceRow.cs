using System;
using System.Globalization;

namespace LlmSizing;

/// <summary>How a line of a kind of trace becomes a request.</summary>
internal abstract class TraceRow
{
    private static readonly JsonLimits Limits = new(TraceFile.LongestLine * 4, nodes: 200_000, textLength: TraceFile.LongestLine);

    /// <summary>Whether the line that told the kind is a header.</summary>
    public abstract bool IsHeader { get; }

    /// <summary>The kind of a trace by its first line.</summary>
    /// <exception cref="ImportException">It is of no known kind.</exception>
    public static TraceRow For(string first, long line)
    {
        if (first[0] == '{')
        {
            return new MooncakeRow(Limits);
        }
        string[] columns = Array.ConvertAll(first.TrimStart('\uFEFF').Split(','), column => column.Trim());
        return CsvTraceRow.Find(columns) ?? throw Wrong(line, "the first line is neither a JSON object with timestamp, input_length and output_length nor a header of "
            + "TIMESTAMP,ContextTokens,GeneratedTokens or Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type");
    }

    public static ImportException Wrong(long line, string what) => new($"Line {NumberText.Plain(line)}: {what}.");

    /// <summary>Reads a line; its arrival is in seconds from any moment.</summary>
    /// <exception cref="ImportException">The line is broken.</exception>
    public abstract TraceRequest Read(string line, long number);

    private protected static long Tokens(string text, string column, long line) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long tokens) && tokens <= (long)TraceRequest.TokensPerRequest.Maximum
            ? tokens
            : throw Wrong(line, $"{column} is {Shown.Quoted(text)}, which is no whole number of {TraceRequest.TokensPerRequest}");
}
