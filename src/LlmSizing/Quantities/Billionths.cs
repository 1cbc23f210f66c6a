using System;

namespace LlmSizing;

/// <summary>
/// Exact arithmetic on decimals of at most nine places, held as a <see cref="long"/> count of billionths.
/// </summary>
/// <remarks>Ratios, headrooms and GiB are written by people with a few decimals; binary floating point would turn 0.2 into something else.</remarks>
public static class Billionths
{
    /// <summary>Billionths in one.</summary>
    public const long One = 1_000_000_000;

    /// <summary>Decimal places that a value may have.</summary>
    public const int Places = 9;

    /// <summary>Converts a decimal exactly.</summary>
    /// <param name="value">Any decimal of at most nine places whose billionths fit a <see cref="long"/>.</param>
    /// <param name="name">The input's name, for the error.</param>
    /// <exception cref="SizingException">More than nine places, or too large.</exception>
    public static long From(decimal value, string name)
    {
        if (value is > long.MaxValue / One or < -(long.MaxValue / One))
        {
            throw new SizingException(name, $"{name} is too large: write at most {long.MaxValue / One}.");
        }
        decimal scaled = value * One;
        if (decimal.Truncate(scaled) != scaled)
        {
            throw new SizingException(name, $"{name} has more than nine decimal places: write at most nine, such as 0.333333333.");
        }
        return (long)scaled;
    }

    /// <summary>The decimal without trailing zeros.</summary>
    public static decimal ToDecimal(long billionths) => (decimal)billionths / One;
}
