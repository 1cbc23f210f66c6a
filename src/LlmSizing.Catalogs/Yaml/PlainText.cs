using System;
using System.Text.RegularExpressions;

namespace LlmSizing;

/// <summary>What text without quotes means to YAML readers, which do not agree: what any of them takes for something else has to be put in quotes.</summary>
internal static class PlainText
{
    /// <summary>Nothing: an empty value, ~ or null.</summary>
    public static bool IsNull(string text) => text.Length == 0 || text == "~" || string.Equals(text, "null", StringComparison.OrdinalIgnoreCase);

    /// <summary>A boolean of YAML 1.1 or 1.2.</summary>
    public static bool IsBoolean(string text) => text.Length <= 5 && text.ToLowerInvariant() is "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n";

    /// <summary>A number or a date of YAML 1.1 or 1.2: decimal, octal, hexadecimal, binary, base 60, infinite.</summary>
    public static bool IsNumberLike(string text) =>
        text.Length > 0 && (text[0] is (>= '0' and <= '9') or '+' or '-' or '.') && NumberPattern.Any.IsMatch(text);

    /// <summary>A literal of JSON: a number, true, false or null.</summary>
    public static bool IsJson(string text) => text is "true" or "false" or "null" || NumberPattern.Json.IsMatch(text);

    // Apart, so that the expressions are built only where text starts like a number.
    private static class NumberPattern
    {
        private const string Decimal = @"[-+]?(\.[0-9][0-9_]*|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?";
        private const string OtherBase = "[-+]?0(x[0-9a-fA-F_]+|o[0-7_]+|b[01_]+)";
        private const string Base60 = @"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?";
        private const string NotFinite = @"[-+]?\.(inf|Inf|INF|nan|NaN|NAN)";
        private const string Date = @"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?";

        public static readonly Regex Any = new($@"^({Decimal}|{OtherBase}|{Base60}|{NotFinite}|{Date})\z", RegexOptions.CultureInvariant);

        public static readonly Regex Json = new(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant);
    }
}
