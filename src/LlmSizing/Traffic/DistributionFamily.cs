using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A kind of distribution: its name, what its numbers mean, and how it is made from them.</summary>
public sealed class DistributionFamily
{
    private readonly Func<decimal[], Distribution> create;
    private readonly Func<decimal[], string?> check;

    private DistributionFamily(string name, string[] arguments, Func<decimal[], string?> check, Func<decimal[], Distribution> create)
    {
        Name = name;
        Arguments = arguments;
        this.check = check;
        this.create = create;
    }

    /// <summary>Every family.</summary>
    public static IReadOnlyList<DistributionFamily> All { get; } =
    [
        new("normal", ["mean", "deviation"], given => Positive(given[1], "deviation"), given => new NormalDistribution(given[0], given[1])),
        new("lognormal", ["median", "sigma"], given => Positive(given[0], "median") ?? Positive(given[1], "sigma") ?? Wide(given[1]), given => new LogNormalDistribution(given[0], given[1])),
        new("uniform", ["least", "most"], given => Ordered(given), given => new UniformDistribution(given[0], given[1])),
        new("triangular", ["least", "likeliest", "most"], given => Ordered(given), given => new TriangularDistribution(given[0], given[1], given[2])),
        new("exponential", ["mean"], given => Positive(given[0], "mean"), given => new ExponentialDistribution(given[0])),
    ];

    /// <summary>The name, such as lognormal.</summary>
    public string Name { get; }

    /// <summary>What the numbers mean, in their order.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>How it is written: lognormal(median,sigma).</summary>
    public override string ToString() => $"{Name}({string.Join(",", Arguments)})";

    internal Distribution Create(string input, decimal[] arguments) => check(arguments) is string wrong
        ? throw new SizingException(input, $"{input}: {wrong} in {this}.")
        : create(arguments);

    private static string? Positive(decimal value, string argument) =>
        value > 0 ? null : $"the {argument} is {NumberText.AsWritten(value)} and must be above 0";

    // e^(8.2 x 10) times a median of 10^9 still is a double with room to add up.
    private static string? Wide(decimal sigma) => sigma <= 10 ? null : $"the sigma is {NumberText.AsWritten(sigma)} and must be at most 10";

    private static string? Ordered(decimal[] values)
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] < values[i - 1])
            {
                return $"{NumberText.AsWritten(values[i])} stands after {NumberText.AsWritten(values[i - 1])} and must not be less";
            }
        }
        return null;
    }
}
