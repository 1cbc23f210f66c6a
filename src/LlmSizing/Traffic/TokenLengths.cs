using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>How long prompts or answers are: a number of tokens, or a distribution of it.</summary>
public sealed class TokenLengths
{
    // The midpoints of 32 equally likely parts: a percentile of 99 still has parts above it where lengths vary.
    private const int Parts = 32;

    /// <summary>Creates the lengths.</summary>
    /// <param name="distribution">Tokens; draws below 1 count as 1.</param>
    /// <param name="name">The input's name, for the error.</param>
    /// <exception cref="SizingException">The mean is outside of 1 to 10^9 tokens, or a number that does not vary is not whole.</exception>
    public TokenLengths(Distribution distribution, string name)
    {
        Distribution = distribution;
        double mean = distribution.Mean;
        bool varies = Math.Abs(distribution.Quantile(0.25) - distribution.Quantile(0.75)) > 0;
        if (!(mean >= (double)Limits.RequestTokens.Minimum && mean <= (double)Limits.RequestTokens.Maximum))
        {
            throw new SizingException(name, $"{name}: the mean of {distribution} is outside {Limits.RequestTokens}.");
        }
        if (!varies && Math.Abs(mean - Math.Round(mean)) > 0)
        {
            throw new SizingException(name, $"{name} is {distribution}: write whole tokens, or a distribution such as lognormal(1200,0.8).");
        }
        Mean = (long)Math.Round(mean);
        Samples = varies
            ? Enumerable.Range(0, Parts).Select(part => Tokens(distribution.Quantile((part + 0.5) / Parts))).ToArray()
            : [Mean];
        double average = Samples.Average();
        SquaredVariation = Samples.Average(sample => (sample - average) * (sample - average)) / (average * average);
    }

    /// <summary>The distribution.</summary>
    public Distribution Distribution { get; }

    /// <summary>The mean, in whole tokens.</summary>
    public long Mean { get; }

    /// <summary>Variance over the squared mean; 0 where the length does not vary.</summary>
    public double SquaredVariation { get; }

    /// <summary>Equally likely lengths, in ascending order.</summary>
    internal IReadOnlyList<long> Samples { get; }

    /// <summary>Reads a number or a distribution.</summary>
    /// <param name="text">The text, such as 1200 or lognormal(1200,0.8).</param>
    /// <param name="name">The input's name, for the error.</param>
    /// <exception cref="SizingException">Anything else.</exception>
    public static TokenLengths Parse(string text, string name) => new(Distribution.Parse(text, name), name);

    /// <summary>The length below which a share of the requests lies, in tokens.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    public long Percentile(double probability) => Tokens(Distribution.Quantile(probability));

    /// <summary>The distribution as it is written.</summary>
    public override string ToString() => Distribution.ToString();

    private static long Tokens(double drawn) => (long)Math.Round(Math.Min(Math.Max(1, drawn), (double)Limits.RequestTokens.Maximum));
}
