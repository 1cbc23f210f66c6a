using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Energy of a million tokens: all that is drawn on one kind of tokens.</summary>
public abstract class EnergyPerMillionMetric : PerMillionMetric
{
    /// <summary>Creates the metric of a kind of tokens.</summary>
    private protected EnergyPerMillionMetric(TokenKind kind) : base("energy", kind, "_kwh")
    {
    }

    /// <inheritdoc/>
    public sealed override string Unit => "kWh/Mtok";

    private protected override decimal? Amount(Fleet fleet, decimal? tokensPerSecond) => fleet.EnergyPerMillionKwh(tokensPerSecond);

    private protected override string PerHour(OperatedNodes fleet) => EnergyParts.Formula(fleet);

    private protected override IEnumerable<(string Name, decimal? Value)> PartsPerHour(OperatedNodes fleet) => EnergyParts.Of(fleet);
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
