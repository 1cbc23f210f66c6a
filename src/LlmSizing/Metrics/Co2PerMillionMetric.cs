using System.Collections.Generic;

namespace LlmSizing;

/// <summary>CO2 of a million tokens: that of all energy on one kind of tokens.</summary>
public abstract class Co2PerMillionMetric : PerMillionMetric
{
    /// <summary>Creates the metric of a kind of tokens.</summary>
    private protected Co2PerMillionMetric(TokenKind kind) : base("co2", kind, "_g")
    {
    }

    /// <inheritdoc/>
    public sealed override string Unit => "g CO2/Mtok";

    private protected override bool IsAskedOf(Fleet fleet) => fleet.Asked.Co2GramsPerKwh is not null;

    private protected override decimal? Amount(Fleet fleet, decimal? tokensPerSecond) => fleet.Co2PerMillionGrams(tokensPerSecond);

    private protected override string PerHour(OperatedNodes fleet) => $"{EnergyParts.Formula(fleet)} × co2_grams_per_kwh";

    private protected override IEnumerable<(string Name, decimal? Value)> PartsPerHour(OperatedNodes fleet) => [.. EnergyParts.Of(fleet), ("co2_grams_per_kwh", fleet.Asked.Co2GramsPerKwh)];
}

/// <summary>The same, on prompt tokens.</summary>
public sealed class Co2PerMillionInputMetric : Co2PerMillionMetric
{
    /// <summary>Creates the metric.</summary>
    public Co2PerMillionInputMetric() : base(TokenKind.Input)
    {
    }
}

/// <summary>The same, on generated tokens.</summary>
public sealed class Co2PerMillionOutputMetric : Co2PerMillionMetric
{
    /// <summary>Creates the metric.</summary>
    public Co2PerMillionOutputMetric() : base(TokenKind.Output)
    {
    }
}
