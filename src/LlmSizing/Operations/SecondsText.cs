using System.Numerics;

namespace LlmSizing;

/// <summary>Times and rates as the report shows them.</summary>
internal static class SecondsText
{
    /// <summary>Seconds, below one in milliseconds; null where unknown: 4.49 s, 12.3 ms.</summary>
    public static string? Of(double? seconds) => seconds switch
    {
        null => null,
        < 0.1 => Fixed(seconds.Value * 1_000, 3) + " ms",
        < 1 => Fixed(seconds.Value * 1_000, 1) + " ms",
        < 1_000 => Fixed(seconds.Value, 2) + " s",
        _ => Fixed(seconds.Value, 0) + " s",
    };

    /// <summary>A number with a fixed number of decimals.</summary>
    public static string Fixed(double value, int places) => NumberText.Fixed(Exact(value), places);

    /// <summary>A number with at most six decimals, for the inputs of a rationale.</summary>
    public static decimal Rounded(double value) => NumberText.Rounded(Exact(value), 6);

    // Doubles beyond 2^52 are whole; the others are cut after twelve decimals, far behind what is shown.
    private static Rational Exact(double value) => value >= 1e15
        ? Rational.Whole(new BigInteger(value))
        : new Rational(new BigInteger(value * 1e12), BigInteger.Pow(10, 12));
}
