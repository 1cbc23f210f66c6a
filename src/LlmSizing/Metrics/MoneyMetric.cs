namespace LlmSizing;

/// <summary>An amount of money in the currency of the request.</summary>
public abstract class MoneyMetric : FleetMetric
{
    /// <inheritdoc/>
    public override string Unit => "currency";

    /// <inheritdoc/>
    public sealed override string UnitOf(OperatedNodes nodes) => UnitIn(Unit, nodes);

    /// <summary>The unit with the currency of the operator in the place of the word.</summary>
    internal static string UnitIn(string unit, OperatedNodes nodes) => unit.Replace("currency", nodes.Asked.Currency ?? "currency");

    private protected override string Unknown(OperatedNodes fleet) => "price_unknown";

    private protected override string Text(decimal amount) => NumberText.Grouped(amount, 2, 2);
}
