using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A number of a million tokens of one kind: of the nodes of a result, whose load says which tokens they serve.</summary>
public abstract class PerMillionMetric : FleetMetric
{
    private readonly TokenKind kind;
    private readonly string what;
    private readonly string suffix;

    /// <summary>Creates the metric of a kind of tokens.</summary>
    private protected PerMillionMetric(string what, TokenKind kind, string suffix = "")
    {
        this.what = what;
        this.kind = kind;
        this.suffix = suffix;
    }

    /// <inheritdoc/>
    public sealed override string Id => PerMillion.Id(what, kind, suffix);

    private protected sealed override bool IsAsked(OperatedNodes fleet) => fleet is Fleet one && PerMillion.IsAsked(one, kind) && IsAskedOf(one);

    /// <summary>Whether the request asks for it where tokens are known.</summary>
    private protected virtual bool IsAskedOf(Fleet fleet) => true;

    private protected sealed override decimal? Amount(OperatedNodes fleet) => fleet is Fleet one ? Amount(one, PerMillion.Rate(one, kind)) : null;

    /// <summary>The number at the tokens of all nodes in a second.</summary>
    private protected abstract decimal? Amount(Fleet fleet, decimal? tokensPerSecond);

    private protected sealed override string Formula(OperatedNodes fleet) => PerMillion.Formula(Id, PerHour(fleet), (Fleet)fleet, kind);

    /// <summary>The formula of what is counted in an hour.</summary>
    private protected abstract string PerHour(OperatedNodes fleet);

    private protected sealed override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [.. PartsPerHour(fleet), .. PerMillion.Parts((Fleet)fleet, kind)];

    /// <summary>The inputs of what is counted in an hour.</summary>
    private protected abstract IEnumerable<(string Name, decimal? Value)> PartsPerHour(OperatedNodes fleet);

    private protected sealed override string Interpret(Fleet fleet, Texts texts) => PerMillion.Interpret(base.Interpret(fleet, texts), fleet, kind, texts);

    private protected sealed override string Text(decimal amount) => NumberText.Grouped(amount, 2, 4);
}
