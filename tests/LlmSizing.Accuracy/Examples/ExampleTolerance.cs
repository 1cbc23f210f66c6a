using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmSizing.Accuracy;

/// <summary>How near a value has to be: equal, within a share, or within a number.</summary>
public static partial class ExampleTolerance
{
    // What is written with a few digits cannot be met nearer than half of its last one.
    private const decimal Printed = 0.5m;

    /// <summary>Whether a value is near enough.</summary>
    /// <param name="tolerance">The file's words: exact, 0.5%, 5e-6.</param>
    /// <param name="expected">The expected number as written.</param>
    /// <param name="value">The computed number.</param>
    public static bool Holds(string tolerance, string expected, decimal value)
    {
        decimal wanted = decimal.Parse(expected.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture);
        decimal difference = Math.Abs(value - wanted);
        if (difference <= RoundingOf(expected))
        {
            return true;
        }
        Match share = Share().Match(tolerance);
        if (share.Success)
        {
            return difference <= Math.Abs(wanted) * decimal.Parse(share.Groups[1].Value, CultureInfo.InvariantCulture) / 100;
        }
        return decimal.TryParse(tolerance, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal distance) && difference <= distance;
    }

    // A whole number is meant as it stands; 0.4092 stands for 0.40915 to 0.40925.
    private static decimal RoundingOf(string expected)
    {
        int point = expected.IndexOf('.', StringComparison.Ordinal);
        return point < 0 || expected.Contains('e', StringComparison.OrdinalIgnoreCase) ? 0 : Printed / Power(expected.Length - point - 1);
    }

    private static decimal Power(int digits)
    {
        decimal power = 1;
        for (int i = 0; i < Math.Min(digits, 18); i++)
        {
            power *= 10;
        }
        return power;
    }

    [GeneratedRegex(@"^([0-9]+(\.[0-9]+)?)\s*%")]
    private static partial Regex Share();
}
