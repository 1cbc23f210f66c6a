using System;
using System.Globalization;

namespace LlmSizing;

/// <summary>A number of a log line, read only where what follows shows that the line was not cut inside it.</summary>
internal readonly struct LogNumber
{
    // More digits than any engine prints; a decimal holds them.
    private const int MostDigits = 18;

    private LogNumber(decimal value, decimal step, int end)
    {
        Value = value;
        Step = step;
        End = end;
    }

    public decimal Value { get; }

    /// <summary>One unit of the last digit that was printed.</summary>
    public decimal Step { get; }

    /// <summary>The character after the number.</summary>
    public int End { get; }

    /// <summary>Reads a size with its unit, in GiB; a GB of an engine's log is 2^30 bytes.</summary>
    public static LogNumber? Size(string line, int start, string[]? endings)
    {
        if (Read(line, start) is not LogNumber number)
        {
            return null;
        }
        int from = SkipBlanks(line, number.End);
        int to = from;
        while (to < line.Length && to - from <= 5 && char.IsLetter(line[to]))
        {
            to++;
        }
        decimal? unit = line.Substring(from, to - from).ToUpperInvariant() switch
        {
            "BYTES" => 1m / ByteUnits.GiB,
            "KB" or "KIB" => 1024m / ByteUnits.GiB,
            "MB" or "MIB" => 1m / 1024,
            "GB" or "GIB" => 1,
            "TB" or "TIB" => 1024,
            _ => null,
        };
        return unit is decimal gib && (endings is null || Follows(line, to, endings, isWhole: true)) ? new LogNumber(number.Value * gib, number.Step * gib, to) : null;
    }

    /// <summary>Reads a number that one of the endings follows; <c>$</c> is the end of a line that is known to be whole.</summary>
    public static LogNumber? Before(string line, int start, string[] endings, bool isWhole) =>
        Read(line, start) is LogNumber number && Follows(line, number.End, endings, isWhole) ? number : null;

    private static bool Follows(string line, int position, string[] endings, bool isWhole)
    {
        foreach (string ending in endings)
        {
            bool follows = ending == "$"
                ? isWhole && SkipBlanks(line, position) == line.Length
                : string.CompareOrdinal(line, position, ending, 0, ending.Length) == 0;
            if (follows)
            {
                return true;
            }
        }
        return false;
    }

    private static LogNumber? Read(string line, int start)
    {
        int position = start;
        while (position < line.Length && line[position] is ' ' or '\t' or '=' or ':')
        {
            position++;
        }
        bool isNegative = position < line.Length && line[position] == '-';
        int from = isNegative ? position + 1 : position;
        int point = -1;
        int digits = 0;
        for (position = from; position < line.Length && digits <= MostDigits; position++)
        {
            char letter = line[position];
            if (letter is >= '0' and <= '9')
            {
                digits++;
            }
            else if (letter == '.' && point < 0 && position + 1 < line.Length && line[position + 1] is >= '0' and <= '9')
            {
                point = position;
            }
            else if (!(letter == ',' && point < 0 && IsGroup(line, position)))
            {
                break;
            }
        }
        if (digits is 0 or > MostDigits)
        {
            return null;
        }
        string text = line.Substring(from, position - from).Replace(",", "");
        decimal value = decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        decimal step = 1;
        for (int places = point < 0 ? 0 : position - point - 1; places > 0; places--)
        {
            step /= 10;
        }
        return new LogNumber(isNegative ? -value : value, step, position);
    }

    // "8,192 tokens" groups thousands; "8192, chunked" ends a number.
    private static bool IsGroup(string line, int comma)
    {
        for (int i = 1; i <= 3; i++)
        {
            if (comma + i >= line.Length || line[comma + i] is < '0' or > '9')
            {
                return false;
            }
        }
        return comma + 4 >= line.Length || line[comma + 4] is < '0' or > '9';
    }

    private static int SkipBlanks(string line, int position)
    {
        while (position < line.Length && line[position] is ' ' or '\t')
        {
            position++;
        }
        return position;
    }
}
