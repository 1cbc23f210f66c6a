using System;
using System.Collections.Generic;

namespace LlmSizing.Accuracy;

/// <summary>Computes expected values of examples whose inputs have a shape.</summary>
public sealed class ExampleRule
{
    private readonly HashSet<string> keys;
    private readonly Func<ExampleValues, bool> fits;
    private readonly Func<ExampleValues, string, decimal?> compute;

    /// <summary>Creates the rule.</summary>
    /// <param name="keys">Expected values that it computes.</param>
    /// <param name="fits">Whether inputs have its shape.</param>
    /// <param name="compute">The value of a key, or null where the inputs do not give it.</param>
    public ExampleRule(IEnumerable<string> keys, Func<ExampleValues, bool> fits, Func<ExampleValues, string, decimal?> compute)
    {
        this.keys = new HashSet<string>(keys, StringComparer.Ordinal);
        this.fits = fits;
        this.compute = compute;
    }

    /// <summary>The value of a key, or null where the rule is not for it.</summary>
    public decimal? Compute(ExampleValues inputs, string key) => keys.Contains(key) && fits(inputs) ? compute(inputs, key) : null;
}
