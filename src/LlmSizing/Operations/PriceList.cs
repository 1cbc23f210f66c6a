using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The prices of an operator, looked up by server. A server that is not on the list has no price: none is assumed.</summary>
public sealed class PriceList
{
    private readonly Dictionary<string, ServerPrice> prices;

    /// <summary>Creates the list; of prices with one name the last counts, whatever the case.</summary>
    public PriceList(IEnumerable<ServerPrice> prices) =>
        this.prices = prices.GroupBy(price => price.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Last(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The price of a server by its name, else by one of its aliases; null where there is none.</summary>
    public ServerPrice? For(Server server) =>
        new[] { server.Name }.Concat(server.Aliases).Select(name => prices.TryGetValue(name, out ServerPrice? price) ? price : null).FirstOrDefault(price => price is not null);

    /// <summary>
    /// What is asked of operations with the price of the server. A price that the operator gives by hand, by the hour or to buy, replaces the whole entry of the list,
    /// months of depreciation given by hand those of the entry.
    /// </summary>
    /// <param name="asked">What the operator said, or null for nothing.</param>
    /// <param name="server">The server of the nodes.</param>
    /// <exception cref="SizingException">The operator's currency is not that of the price: two currencies make no sum.</exception>
    public Operations Apply(Operations? asked, Server server)
    {
        Operations said = asked ?? new Operations();
        if ((said.PricePerHour ?? said.CapexPerNode) is not null)
        {
            return said;
        }
        ServerPrice? price = For(server);
        if (price is not null && said.Currency is string currency && currency != price.Currency)
        {
            throw new SizingException(
                "Currency", $"The price of {server.Name} is in {price.Currency}, and -Currency says {currency}: amounts are not converted. Give all of them in one currency.");
        }
        return said.WithPrice(price);
    }
}
