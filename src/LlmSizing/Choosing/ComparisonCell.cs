using System.Numerics;

namespace LlmSizing;

/// <summary>A metric of one option.</summary>
public sealed class ComparisonCell
{
    internal ComparisonCell(string option, object? value, long? bytes, string display, Rational? percent, bool isBaseline, bool isBetter)
    {
        Option = option;
        Value = value;
        Bytes = bytes;
        Display = display;
        // What a decimal does not hold says no more than that there is a difference.
        DifferencePercent = percent is Rational exact && BigInteger.Abs(exact.Numerator) < (BigInteger)1e20m * exact.Denominator ? NumberText.Rounded(exact, 2) / 1.0000000000000000000000000000m : null;
        Difference = isBaseline || DifferencePercent is null ? null : (percent!.Value.Numerator.Sign > 0 ? "+" : "") + NumberText.Fixed(percent.Value, 1) + "%";
        IsBaseline = isBaseline;
        IsBetter = isBetter;
    }

    /// <summary>The option's name.</summary>
    public string Option { get; }

    /// <summary>The number in the metric's unit, or null where the option has none.</summary>
    public object? Value { get; }

    /// <summary>The exact bytes of a number in GiB; null for another.</summary>
    public long? Bytes { get; }

    /// <summary>The number as the report shows it; a dash where the option does not have the metric.</summary>
    public string Display { get; }

    /// <summary>How far the number is from the baseline's, in percent of it, to two decimals; null where either has no number, or where the baseline's is zero.</summary>
    public decimal? DifferencePercent { get; }

    /// <summary>Whether the others are held against this option.</summary>
    public bool IsBaseline { get; }

    /// <summary>Whether no option has a better number and one has a worse or none.</summary>
    public bool IsBetter { get; }

    /// <summary>The difference with its sign: <c>-25.0%</c>; null where there is none, and for the baseline.</summary>
    public string? Difference { get; }

    /// <summary>The number, its difference, and a star where it is the better: <c>3 nodes (-25.0%) *</c>.</summary>
    public override string ToString() => Display + (Difference is string difference && DifferencePercent != 0 ? $" ({difference})" : "") + (IsBetter ? " *" : "");
}
