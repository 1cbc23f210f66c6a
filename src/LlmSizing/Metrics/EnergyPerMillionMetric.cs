using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Energy of a million tokens: all that is drawn on one kind of tokens.</summary>
public abstract class EnergyPerMillionMetric : FleetMetric
{
    private readonly TokenKind kind;

    /// <summary>Creates the metric of a kind of tokens.</summary>
    private protected EnergyPerMillionMetric(TokenKind kind) => this.kind = kind;

    /// <inheritdoc/>
    public sealed override string Id => PerMillion.Id("energy", kind, "_kwh");

    /// <inheritdoc/>
    public sealed override string Unit => "kWh/Mtok";

    private protected override bool IsAsked(Fleet fleet) => PerMillion.Rate(fleet, kind) is not null;

    private protected override decimal? Amount(Fleet fleet) => fleet.EnergyPerMillionKwh(PerMillion.Rate(fleet, kind));

    private protected override string Formula(Fleet fleet) => PerMillion.Formula(Id, EnergyParts.Formula(fleet), kind);

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(Fleet fleet) => [.. EnergyParts.Of(fleet), .. PerMillion.Parts(fleet, kind)];

    private protected override string Text(decimal amount) => NumberText.Grouped(amount, 2, 4);
}

/// <summary>The same, on prompt tokens.</summary>
public sealed class EnergyPerMillionInputMetric : EnergyPerMillionMetric
{
    /// <summary>Creates the metric.</summary>
    public EnergyPerMillionInputMetric() : base(TokenKind.Input)
    {
    }
}

/// <summary>The same, on generated tokens.</summary>
public sealed class EnergyPerMillionOutputMetric : EnergyPerMillionMetric
{
    /// <summary>Creates the metric.</summary>
    public EnergyPerMillionOutputMetric() : base(TokenKind.Output)
    {
    }
}
