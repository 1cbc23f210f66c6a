using System;
using System.Globalization;

namespace LlmSizing;

/// <summary>
/// A line of a CSV trace, its columns found by their names: Azure's (AzurePublicDataset, TIMESTAMP a date and time with seven decimals) and BurstGPT's (HPMLL/BurstGPT, Timestamp in
/// seconds; later releases add Session ID and Elapsed time). A response of no tokens is a request that failed; it is given as it is written.
/// </summary>
internal sealed class CsvTraceRow : TraceRow
{
    private static readonly string[] DateFormats =
        ["yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK"];

    private readonly int columns;
    private readonly int time;
    private readonly int input;
    private readonly int output;
    private readonly bool isDate;

    private CsvTraceRow(string[] header, string time, string input, string output, bool isDate)
    {
        columns = header.Length;
        this.time = Array.IndexOf(header, time);
        this.input = Array.IndexOf(header, input);
        this.output = Array.IndexOf(header, output);
        this.isDate = isDate;
    }

    public override bool IsHeader => true;

    private bool IsWhole => time >= 0 && input >= 0 && output >= 0;

    public static CsvTraceRow? Find(string[] header)
    {
        var azure = new CsvTraceRow(header, "TIMESTAMP", "ContextTokens", "GeneratedTokens", isDate: true);
        var burst = new CsvTraceRow(header, "Timestamp", "Request tokens", "Response tokens", isDate: false);
        return azure.IsWhole ? azure : burst.IsWhole ? burst : null;
    }

    public override TraceRequest Read(string line, long number)
    {
        string[] cells = line.Split(',');
        if (cells.Length != columns)
        {
            throw Wrong(number, $"the row has {NumberText.Plain(cells.Length)} cells where its header has {NumberText.Plain(columns)}");
        }
        double seconds = isDate ? OfDate(cells[time].Trim(), number) : OfSeconds(cells[time].Trim(), number);
        return new TraceRequest(seconds, Tokens(cells[input].Trim(), "the prompt", number), Tokens(cells[output].Trim(), "the answer", number));
    }

    // Since 2000: seconds since year 1 would leave a double with microseconds of rounding.
    private static double OfDate(string text, long line) =>
        DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? (time.UtcTicks - new DateTime(2000, 1, 1).Ticks) / (double)TimeSpan.TicksPerSecond
            : throw Wrong(line, $"{Shown.Quoted(text)} is no date and time such as 2023-11-16 18:17:03.9799600");

    private static double OfSeconds(string text, long line) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds <= 1e12
            ? seconds
            : throw Wrong(line, $"{Shown.Quoted(text)} is no number of seconds");
}
