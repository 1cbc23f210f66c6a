namespace LlmSizing;

/// <summary>Power, space, money and energy of the nodes of a result, and what a million of its tokens cost, draw and emit.</summary>
/// <remarks>
/// Tokens are those of a rate that the operator gives for each of the nodes that the load fills (<see cref="ScenarioResult.NodesCapacity"/>), else those that the traffic of the
/// request has these nodes serve: headroom and spares cost and serve nothing.
/// </remarks>
public sealed class Fleet : OperatedNodes
{
    private const decimal Million = 1_000_000;

    private Fleet(ScenarioResult result, Operations asked)
        : base(result.Request.Server, asked, result.NodesFinal) => Result = result;

    /// <summary>The fleet of a result; null where its request says nothing about operations.</summary>
    public static Fleet? Of(ScenarioResult result) => result.Request.Operations is Operations asked ? new Fleet(result, asked) : null;

    /// <summary>The result whose nodes these are.</summary>
    public ScenarioResult Result { get; }

    /// <summary>Prompt tokens that all nodes take in a second under the load; null where neither a rate nor traffic is given, or the request cannot be met.</summary>
    public decimal? InputTokensPerSecond => Tokens(Asked.InputTokensPerSecond, Result.Request.Traffic?.InputTokens);

    /// <summary>Tokens that all nodes generate in a second under the load; null where neither a rate nor traffic is given, or the request cannot be met.</summary>
    public decimal? OutputTokensPerSecond => Tokens(Asked.OutputTokensPerSecond, Result.Request.Traffic?.OutputTokens);

    /// <summary>Cost of a million tokens at a rate of all nodes.</summary>
    public decimal? CostPerMillion(decimal? tokensPerSecond) => PerMillion(CostPerMonth / HoursPerMonth, tokensPerSecond);

    /// <summary>Energy of a million tokens in kWh at a rate of all nodes.</summary>
    public decimal? EnergyPerMillionKwh(decimal? tokensPerSecond) => PerMillion(DrawnKw, tokensPerSecond);

    /// <summary>CO2 of a million tokens in grams at a rate of all nodes.</summary>
    public decimal? Co2PerMillionGrams(decimal? tokensPerSecond) => PerMillion(DrawnKw, tokensPerSecond) * Asked.Co2GramsPerKwh;

    /// <summary>Requests per second that the load brings, as the nodes were planned for it without headroom; null without traffic.</summary>
    internal decimal? RequestsPerSecond => Result is { Feasible: true, Load: LoadAnswer load } ? (decimal)load.RequestsPerSecond : null;

    private decimal? Tokens(decimal? givenPerNode, TokenLengths? lengths) => givenPerNode is not null ? givenPerNode * Result.NodesCapacity : RequestsPerSecond * lengths?.Mean;

    // The last digits of a quotient are noise.
    private decimal? PerMillion(decimal? perHour, decimal? tokensPerSecond) =>
        perHour * Million / (tokensPerSecond * 3600m * (Asked.Utilization ?? 1)) is decimal amount ? decimal.Round(amount, 12) : null;
}
