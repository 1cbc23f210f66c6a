namespace LlmSizing;

/// <summary>An amount of money in the currency of the request.</summary>
public abstract class MoneyMetric : FleetMetric
{
    /// <inheritdoc/>
    public override string Unit => "currency";

    /// <inheritdoc/>
    public sealed override string UnitOf(ScenarioResult result) => Unit.Replace("currency", FleetOf(result).Asked.Currency ?? "currency");

    private protected override string Unknown(Fleet fleet) => "price_unknown";

    private protected override string Text(decimal amount) => NumberText.Grouped(amount, 2, 2);
}
