namespace LlmSizing;

internal sealed class PriceShape : EntryShape<ServerPrice>
{
    private static readonly NameField Server = new(EntryFields.Name.Name, true, 128, true, "The server, by its name or an alias in the catalogs.");
    private static readonly TextField Provider = new("provider", false, EntryFields.WordLength, "Who asks for it, such as a cloud, a dealer, or a kind of contract.");
    private static readonly TextField Currency = new("currency", true, Operations.MaximumCurrencyLength, "The currency's label; nothing is converted.");
    private static readonly DecimalField PerHour = Amount("price_per_hour", OperationsLimits.PricePerHour, "Price of one node for one hour.");
    private static readonly DecimalField Capex = Amount("capex_per_node", OperationsLimits.CapexPerNode, "Price of one node when it is bought.");
    private static readonly DecimalField Depreciation = Amount("depreciation_months", OperationsLimits.DepreciationMonths, "Time over which a bought node is written off.");
    private static readonly TextField Date = new("date", false, 32, "When it held, in quotes, such as \"2026-11-01\".");

    private static readonly TextListField Sources = new(
        EntryFields.Sources.Name, false, EntryFields.Sources.Item, "Who says so: a page, an offer, a contract.");

    /// <summary>One of these has to be there.</summary>
    public static readonly string[] Amounts = [PerHour.Name, Capex.Name];

    public PriceShape()
        : base("prices", new MapShape(Server, Provider, Currency, PerHour, Capex, Depreciation, Date, EntryFields.Notes, Sources))
    {
    }

    protected override void Check(Values values, Place place)
    {
        if (System.Array.TrueForAll(Amounts, name => values.Node.Find(name) is null))
        {
            place.Refuse(
                values.Node, PerHour.Name, ProblemCodes.MissingField, "The entry has no price.", $"Write {PerHour.Name}, {Capex.Name} with {Depreciation.Name}, or leave the entry out.");
        }
    }

    protected override ServerPrice Create(Values values, string source) => new(
        new EntryInfo(values.Get(Server), references: values.Find(Sources), notes: values.Find(EntryFields.Notes), source: source),
        values.Get(Currency), values.Number(PerHour), values.Number(Capex), values.Number(Depreciation), values.Find(Provider), values.Find(Date));

    private static DecimalField Amount(string name, NumberRange range, string description) =>
        new(name, false, range.Minimum, range.Maximum, false, range.Unit, description);
}
