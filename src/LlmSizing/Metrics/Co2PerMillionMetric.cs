using System.Collections.Generic;

namespace LlmSizing;

/// <summary>CO2 of a million tokens: that of all energy on one kind of tokens.</summary>
public abstract class Co2PerMillionMetric : FleetMetric
{
    private readonly TokenKind kind;

    /// <summary>Creates the metric of a kind of tokens.</summary>
    private protected Co2PerMillionMetric(TokenKind kind) => this.kind = kind;

    /// <inheritdoc/>
    public sealed override string Id => PerMillion.Id("co2", kind, "_g");

    /// <inheritdoc/>
    public sealed override string Unit => "g CO2/Mtok";

    private protected override bool IsAsked(Fleet fleet) => fleet.Asked.Co2GramsPerKwh is not null && PerMillion.Rate(fleet, kind) is not null;

    private protected override decimal? Amount(Fleet fleet) => fleet.Co2PerMillionGrams(PerMillion.Rate(fleet, kind));

    private protected override string Formula(Fleet fleet) => PerMillion.Formula(Id, $"{EnergyParts.Formula(fleet)} × co2_grams_per_kwh", kind);

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(Fleet fleet) => [.. EnergyParts.Of(fleet), ("co2_grams_per_kwh", fleet.Asked.Co2GramsPerKwh), .. PerMillion.Parts(fleet, kind)];

    private protected override string Text(decimal amount) => NumberText.Grouped(amount, 2, 4);
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
