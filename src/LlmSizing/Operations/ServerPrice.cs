using System.Linq;

namespace LlmSizing;

/// <summary>What an operator pays for a node of one server: by the hour, to buy it, or both. An entry of a price catalog; its name is the server's.</summary>
public sealed class ServerPrice : CatalogEntry
{
    /// <summary>Creates the price.</summary>
    /// <param name="info">The common part; its name is the server's, or an alias of it.</param>
    /// <param name="currency">The currency's label: 1 to 16 characters; nothing is converted.</param>
    /// <param name="pricePerHour">Price of one node for one hour, 0 to 10^8, or null.</param>
    /// <param name="capexPerNode">Price of one node when it is bought, 0 to 10^11, or null.</param>
    /// <param name="depreciationMonths">Months over which a bought node is written off, 1 to 600, or null.</param>
    /// <param name="provider">Who asks for it, or null.</param>
    /// <param name="date">When it held, as it was written, or null.</param>
    /// <exception cref="SizingException">A number is outside its range, the currency is no label, or neither price is given.</exception>
    public ServerPrice(
        EntryInfo info, string currency, decimal? pricePerHour = null, decimal? capexPerNode = null, decimal? depreciationMonths = null, string? provider = null, string? date = null)
        : base(info)
    {
        Name = info.Name;
        var checkedPrice = new Operations(pricePerHour: pricePerHour, capexPerNode: capexPerNode, depreciationMonths: depreciationMonths, currency: currency);
        Currency = checkedPrice.Currency ?? throw new SizingException("currency", "A price needs the label of its currency, such as EUR.");
        PricePerHour = checkedPrice.PricePerHour;
        CapexPerNode = checkedPrice.CapexPerNode;
        DepreciationMonths = checkedPrice.DepreciationMonths;
        Provider = provider;
        Date = date;
        if ((PricePerHour ?? CapexPerNode) is null)
        {
            throw new SizingException("price_per_hour", "A price is one of a node and hour (price_per_hour) or of a node that is bought (capex_per_node).");
        }
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>Who asks for it, or null.</summary>
    public string? Provider { get; }

    /// <summary>The currency's label.</summary>
    public string Currency { get; }

    /// <summary>Price of one node for one hour, or null.</summary>
    public decimal? PricePerHour { get; }

    /// <summary>Price of one node when it is bought, or null.</summary>
    public decimal? CapexPerNode { get; }

    /// <summary>Months over which a bought node is written off, or null.</summary>
    public decimal? DepreciationMonths { get; }

    /// <summary>When it held, or null.</summary>
    public string? Date { get; }

    /// <summary>The server, and who asks for the price and when, as far as it is known.</summary>
    public string Origin => string.Join(", ", new[] { Name, Provider, Date }.Where(part => part is not null));
}
