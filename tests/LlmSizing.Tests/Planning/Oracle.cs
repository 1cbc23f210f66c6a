using System.Linq;
using System.Numerics;

namespace LlmSizing.Tests.Planning;

/// <summary>What the oracle says: numbers, or the name of the input that makes them too large.</summary>
internal sealed record Answer(
    BigInteger PerSession, BigInteger Total, Fraction BudgetGib, BigInteger Sessions,
    BigInteger? Nodes, BigInteger? NodesWithHeadroom, BigInteger? NodesFinal, Fraction Headroom, Fraction Ratio, Fraction OverheadGib)
{
    public BigInteger BudgetBytes => (BudgetGib * Oracle.BytesPerGib).Floor();
}

/// <summary>The formulas of the house, written as they are said, in exact fractions of GiB.</summary>
internal static class Oracle
{
    public static readonly BigInteger BytesPerGib = BigInteger.Pow(2, 30);
    private static readonly BigInteger Largest = long.MaxValue;

    /// <summary>The input that is to blame, or null where everything fits.</summary>
    public static string? Refuses(SizingCase given)
    {
        if (Sum(given.Layers.Select(layer => (BigInteger)layer.Count)) > Largest)
        {
            return "layers";
        }
        if (HbmBytes(given).Ceiling() > Largest)
        {
            return "hbm_per_gpu_gb";
        }
        if (PerSession(given, 1) > Largest)
        {
            return "layers";
        }
        BigInteger perSession = PerSession(given, Context(given));
        return perSession > Largest ? "EffectiveContext" : perSession * given.Load.Concurrency > Largest ? "Concurrency" : null;
    }

    public static Answer Solve(SizingCase given)
    {
        BigInteger concurrency = given.Load.Concurrency;
        Fraction headroom = Bounded(given.Load.Headroom, given.Scenario.Headroom);
        Fraction ratio = Bounded(given.Load.Budget, given.Scenario.Budget);
        Fraction overhead = given.Load.Overhead is decimal asked
            ? asked
            : Fraction.Max((Fraction)given.Scenario.OverheadPerGpu * given.Gpus, given.Weights ?? 0m);

        BigInteger perSession = PerSession(given, Context(given));
        Fraction kvPerSessionGib = (Fraction)perSession / BytesPerGib;
        Fraction hbmTotalGib = HbmBytes(given) / BytesPerGib;
        Fraction kvBudgetGib = Fraction.Max(0, (hbmTotalGib - overhead) * ratio);
        BigInteger sessions = (kvBudgetGib / kvPerSessionGib).Floor();
        var infeasible = new Answer(perSession, perSession * concurrency, kvBudgetGib, sessions, null, null, null, headroom, ratio, overhead);
        if (sessions.IsZero)
        {
            return infeasible;
        }
        BigInteger withHeadroom = ((Fraction)concurrency * ((Fraction)1 + headroom) / sessions).Ceiling();
        return infeasible with
        {
            Nodes = ((Fraction)concurrency / sessions).Ceiling(),
            NodesWithHeadroom = withHeadroom,
            NodesFinal = withHeadroom + given.Scenario.ExtraNodes,
        };
    }

    public static BigInteger Context(SizingCase given) => BigInteger.Min(given.Load.Context, given.MaxPositions);

    /// <summary>Keys and values of every layer for the tokens that it keeps.</summary>
    public static BigInteger PerSession(SizingCase given, BigInteger context) => Sum(given.Layers.Select(layer =>
    {
        BigInteger tokens = layer.Window == 0 ? context : BigInteger.Min(context, layer.Window);
        BigInteger keys = tokens * layer.Heads * layer.KeyDim * given.Bytes * layer.Count;
        BigInteger values = tokens * layer.Heads * layer.ValueDim * given.Bytes * layer.Count;
        return keys + values;
    }));

    private static Fraction HbmBytes(SizingCase given) => (Fraction)given.HbmPerGpuGb * given.Gpus * BigInteger.Pow(10, 9);

    private static Fraction Bounded(decimal? asked, RuleCase rule) => Fraction.Min(Fraction.Max(asked ?? rule.Default, rule.Min), rule.Max);

    private static BigInteger Sum(System.Collections.Generic.IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, BigInteger.Add);
}
