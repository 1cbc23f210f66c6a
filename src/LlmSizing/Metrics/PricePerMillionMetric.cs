using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Cost of a million tokens: all of a month on one kind of tokens.</summary>
public abstract class PricePerMillionMetric : PerMillionMetric
{
    /// <summary>Creates the metric of a kind of tokens.</summary>
    private protected PricePerMillionMetric(TokenKind kind) : base("price", kind)
    {
    }

    /// <inheritdoc/>
    public sealed override string Unit => "currency/Mtok";

    /// <inheritdoc/>
    public sealed override string UnitOf(OperatedNodes nodes) => MoneyMetric.UnitIn(Unit, nodes);

    private protected override bool IsAskedOf(Fleet fleet) => fleet.Asked.AsksForMoney;

    private protected override decimal? Amount(Fleet fleet, decimal? tokensPerSecond) => fleet.CostPerMillion(tokensPerSecond);

    private protected override string PerHour(OperatedNodes fleet) => "cost_per_month / 730";

    private protected override IEnumerable<(string Name, decimal? Value)> PartsPerHour(OperatedNodes fleet) => [("cost_per_month", fleet.CostPerMonth)];

    private protected override string Unknown(OperatedNodes fleet) => fleet.IsPriceUnknown ? "price_unknown" : PowerUnknown(fleet);
}

/// <summary>The same, on prompt tokens.</summary>
public sealed class PricePerMillionInputMetric : PricePerMillionMetric
{
    /// <summary>Creates the metric.</summary>
    public PricePerMillionInputMetric() : base(TokenKind.Input)
    {
    }
}

/// <summary>The same, on generated tokens.</summary>
public sealed class PricePerMillionOutputMetric : PricePerMillionMetric
{
    /// <summary>Creates the metric.</summary>
    public PricePerMillionOutputMetric() : base(TokenKind.Output)
    {
    }
}
