using System;

namespace LlmSizing;

/// <summary>How a scenario turns what was asked for into the ratio that it uses: its default when nothing was asked, kept between its bounds.</summary>
public sealed class RatioRule
{
    private readonly long defaultBillionths;
    private readonly long minimumBillionths;
    private readonly long maximumBillionths;

    /// <summary>Creates the rule.</summary>
    /// <param name="range">The range of the ratio.</param>
    /// <param name="default">The ratio when none is asked for.</param>
    /// <param name="minimum">The smallest ratio of the scenario; the range's when null.</param>
    /// <param name="maximum">The largest ratio of the scenario; the range's when null.</param>
    /// <exception cref="SizingException">A number outside the range, or a minimum above the maximum.</exception>
    public RatioRule(NumberRange range, decimal @default, decimal? minimum = null, decimal? maximum = null)
    {
        Default = range.Check(@default);
        Minimum = range.Check(minimum ?? range.Minimum);
        Maximum = range.Check(maximum ?? range.Maximum);
        if (Minimum > Maximum)
        {
            throw new SizingException(range.Name, $"{range.Name}: the minimum {NumberText.AsWritten(Minimum)} is above the maximum {NumberText.AsWritten(Maximum)}.");
        }
        defaultBillionths = Billionths.From(Default, range.Name);
        minimumBillionths = Billionths.From(Minimum, range.Name);
        maximumBillionths = Billionths.From(Maximum, range.Name);
    }

    /// <summary>The ratio when none is asked for.</summary>
    public decimal Default { get; }

    /// <summary>The smallest ratio that the scenario uses.</summary>
    public decimal Minimum { get; }

    /// <summary>The largest ratio that the scenario uses.</summary>
    public decimal Maximum { get; }

    /// <summary>The rule in short: <c>0.2 (0.3 to 10)</c>.</summary>
    public override string ToString() => $"{NumberText.AsWritten(Default)} ({NumberText.AsWritten(Minimum)} to {NumberText.AsWritten(Maximum)})";

    internal long Apply(long? asked) => Math.Min(Math.Max(asked ?? defaultBillionths, minimumBillionths), maximumBillionths);
}
