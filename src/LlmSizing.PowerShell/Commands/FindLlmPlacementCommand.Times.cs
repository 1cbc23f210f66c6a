using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <content>The requests whose times are predicted, what is promised of them, and what nodes cost.</content>
public sealed partial class FindLlmPlacementCommand
{
    /// <summary>Tokens of a prompt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("input_tokens")]
    [ContextTokens]
    public long[]? InputTokens { get; set; }

    /// <summary>Tokens that are generated.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("output_tokens")]
    [ContextTokens]
    public long[]? OutputTokens { get; set; }

    /// <summary>Share of the prompt that a prefix cache holds; 0 when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("prefix_cache_hit_ratio")]
    [PrefixCacheHitRatio]
    public decimal[] PrefixCacheHitRatio { get; set; } = [0];

    /// <summary>Time to first token in ms that the prediction must keep.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ttft_slo_ms")]
    [SloMs]
    public decimal[]? TtftSloMs { get; set; }

    /// <summary>Time per output token after the first in ms that the prediction must keep.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("tpot_slo_ms")]
    [SloMs]
    public decimal[]? TpotSloMs { get; set; }

    /// <summary>Most GPUs that the load may take.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("max_gpus")]
    [MaxGpus]
    public long? MaxGpus { get; set; }

    /// <summary>Catalog files or folders with the operator's prices of servers; they stand before those of -CatalogPath.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("price_catalog")]
    [ValidateNotNullOrEmpty]
    public string[]? PriceCatalog { get; set; }

    /// <summary>Price of one node for one hour, whatever the server; those of the catalogs when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("price_per_hour")]
    [PricePerHour]
    public decimal? PricePerHour { get; set; }

    /// <summary>The currency of the prices: a label; prices of the catalogs in another one are left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, Operations.MaximumCurrencyLength)]
    public string? Currency { get; set; }

    private protected override IReadOnlyList<string> PricePaths => PriceCatalog ?? [];

    private TimedLoad?[] TimedLoads(PlacementGoal goal)
    {
        if (InputTokens is not null && OutputTokens is not null)
        {
            return (from input in InputTokens
                    from output in OutputTokens
                    from hits in PrefixCacheHitRatio
                    from ttft in Optional(TtftSloMs)
                    from tpot in Optional(TpotSloMs)
                    select new TimedLoad(input, output, Catalog.Tunings, ttft, tpot, hits)).ToArray();
        }
        string? why = goal.NeedsTimes ? $"The goal {goal} compares times"
            : Pareto ? "Pareto compares times"
            : TtftSloMs is not null || TpotSloMs is not null ? "What is promised is kept by times"
            : InputTokens is not null || OutputTokens is not null ? "Times need the length of the whole request"
            : null;
        return why is null ? [null]
            : throw new SizingException(InputTokens is null ? "InputTokens" : "OutputTokens", why + ": add -InputTokens and -OutputTokens, such as 1200 and 300.");
    }

    private long[] Contexts(TimedLoad? timed) => EffectiveContext
        ?? (timed is not null ? [timed.RequestTokens] : throw new SizingException("EffectiveContext", "The size of a session is not given: add -EffectiveContext, such as 8192, or -InputTokens and -OutputTokens."));

    private Dictionary<Server, Operations?> Prices(IEnumerable<Server> servers, bool areCompared)
    {
        var list = new PriceList(Catalog.Prices);
        var found = servers.Distinct().ToDictionary(server => server, server => PriceOf(server, list));
        string[] currencies = found.Values.Where(IsPriced).Select(price => price!.Currency ?? "").Distinct().ToArray();
        return currencies.Length < 2 || !areCompared ? found
            : throw new SizingException("Currency", $"The prices are in {string.Join(" and ", currencies)}, and amounts are not converted: name one of them by -Currency.");
    }

    private Operations? PriceOf(Server server, PriceList list)
    {
        if (PricePerHour is not null)
        {
            return new Operations(pricePerHour: PricePerHour, currency: Currency);
        }
        return list.For(server) is ServerPrice price && (Currency ?? price.Currency) == price.Currency ? list.Apply(null, server) : null;
    }

    private static bool IsPriced(Operations? price) =>
        (price?.PricePerHour ?? price?.CapexPerNode) is not null && (price!.CapexPerNode is null || price.DepreciationMonths is not null);

    private static decimal?[] Optional(decimal[]? values) => values is null ? [null] : Array.ConvertAll(values, value => (decimal?)value);
}
