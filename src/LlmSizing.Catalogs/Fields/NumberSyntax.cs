using System;
using System.Globalization;

namespace LlmSizing;

/// <summary>
/// Numbers that every YAML and JSON reader takes for the same number: digits without a leading zero, perhaps a minus in front, perhaps a point and digits behind.
/// </summary>
internal static class NumberSyntax
{
    /// <summary>Digits before the point that are read; more are out of every range.</summary>
    public const int WholeDigits = 19;

    public static bool IsNumber(string text)
    {
        int start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        int point = text.IndexOf('.');
        int end = point < 0 ? text.Length : point;
        return IsDigits(text, start, end) && (text[start] != '0' || end - start == 1) && (point < 0 || IsDigits(text, point + 1, text.Length));
    }

    /// <summary>The digits behind the point, trailing zeros apart.</summary>
    public static int Decimals(string number)
    {
        int point = number.IndexOf('.');
        return point < 0 ? 0 : number.TrimEnd('0').Length - point - 1;
    }

    /// <summary>Whether the number has more digits before the point than any range.</summary>
    public static bool IsHuge(string number) => (number.IndexOf('.') < 0 ? number.Length : number.IndexOf('.')) - (number[0] == '-' ? 1 : 0) > WholeDigits;

    /// <summary>The number exactly; at most nineteen digits before the point and nine behind.</summary>
    public static decimal Parse(string number) => decimal.Parse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>How to write what is not a number but means one, or null where that is not certain.</summary>
    public static string? Rewrite(string text)
    {
        string candidate = text.Trim().Replace("_", "").TrimStart('+');
        if (candidate.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return ulong.TryParse(candidate.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong value)
                ? value.ToString(CultureInfo.InvariantCulture)
                : null;
        }
        // A leading zero is octal to some readers and decimal to others.
        bool ambiguous = candidate.Length > 1 && candidate[0] == '0' && candidate[1] is >= '0' and <= '9';
        return !ambiguous && decimal.TryParse(candidate, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal number)
            ? NumberText.AsWritten(number)
            : null;
    }

    private static bool IsDigits(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return false;
            }
        }
        return end > start;
    }
}
