using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Cost of a million tokens: all of a month on one kind of tokens.</summary>
public abstract class PricePerMillionMetric : MoneyMetric
{
    private readonly TokenKind kind;

    /// <summary>Creates the metric of a kind of tokens.</summary>
    private protected PricePerMillionMetric(TokenKind kind) => this.kind = kind;

    /// <inheritdoc/>
    public sealed override string Id => PerMillion.Id("price", kind);

    /// <inheritdoc/>
    public sealed override string Unit => "currency/Mtok";

    private protected override bool IsAsked(Fleet fleet) => fleet.Asked.AsksForMoney && PerMillion.Rate(fleet, kind) is not null;

    private protected override decimal? Amount(Fleet fleet) => fleet.CostPerMillion(PerMillion.Rate(fleet, kind));

    private protected override string Formula(Fleet fleet) => PerMillion.Formula(Id, "cost_per_month / 730", kind);

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(Fleet fleet) => [("cost_per_month", fleet.CostPerMonth), .. PerMillion.Parts(fleet, kind)];

    private protected override string Unknown(Fleet fleet) => fleet.IsPriceUnknown ? base.Unknown(fleet) : PowerUnknown(fleet);

    private protected override string Text(decimal amount) => NumberText.Grouped(amount, 2, 4);
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
