using System;
using System.Globalization;
using System.Numerics;

namespace LlmSizing;

/// <summary>
/// The one place where numbers become text, the same in every culture: a comma groups thousands, a point starts the decimals,
/// and rounding is half to even on the exact value.
/// </summary>
public static class NumberText
{
    /// <summary>A count with its thousands grouped: 1,137.</summary>
    public static string Grouped(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A decimal with its thousands grouped, rounded to at most so many places and shown with at least so many: 1,137.50.</summary>
    public static string Grouped(decimal value, int leastPlaces, int mostPlaces) => decimal.Round(value, mostPlaces, MidpointRounding.ToEven)
        .ToString("#,0." + new string('0', leastPlaces) + new string('#', mostPlaces - leastPlaces), CultureInfo.InvariantCulture);

    /// <summary>A count as the formulas show it: 1137.</summary>
    public static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A decimal as it was written, without trailing zeros: 180, 0.15.</summary>
    public static string AsWritten(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A fixed number of decimals: 854.8.</summary>
    public static string Fixed(Rational value, int places)
    {
        BigInteger scaled = value.RoundScaled(places);
        string digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        string sign = scaled.Sign < 0 ? "-" : "";
        return places == 0 ? sign + digits : $"{sign}{digits.Substring(0, digits.Length - places)}.{digits.Substring(digits.Length - places)}";
    }

    /// <summary>
    /// A decimal rounded to at most <paramref name="places"/> places and shown with at least one, as the seed lists its inputs: 1341.1, 0.7515, 600.0.
    /// </summary>
    /// <exception cref="OverflowException">The digits do not fit a decimal (28 of them always do).</exception>
    public static decimal Rounded(Rational value, int places)
    {
        BigInteger scaled = value.RoundScaled(places);
        int kept = places;
        while (kept > 1 && scaled % 10 == 0)
        {
            scaled /= 10;
            kept--;
        }
        int[] digits = decimal.GetBits((decimal)BigInteger.Abs(scaled));
        return new decimal(digits[0], digits[1], digits[2], scaled.Sign < 0, (byte)kept);
    }

    /// <summary>A ratio in whole percent: 70%.</summary>
    public static string Percent(long billionths) => Percent(Rational.FromBillionths(billionths));

    /// <summary>A ratio in whole percent: 56%.</summary>
    public static string Percent(Rational ratio) => Fixed(ratio * Rational.Whole(100), 0) + "%";

    /// <summary>Bytes in GiB with a fixed number of decimals: 0.75.</summary>
    public static string Gib(BigInteger bytes, int places) => Fixed(new Rational(bytes, ByteUnits.GiB), places);

    /// <summary>The invariant text of a value that a rationale lists: a string, a <see cref="long"/> or a <see cref="decimal"/>.</summary>
    public static string Of(object value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";
}
