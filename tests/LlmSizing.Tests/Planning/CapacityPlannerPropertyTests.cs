using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using CsCheck;
using Xunit;

namespace LlmSizing.Tests.Planning;

/// <remarks>A failure prints its seed; CsCheck_Seed in the environment runs that case again.</remarks>
public class CapacityPlannerPropertyTests
{
    private const int Requests = 200_000;

    [Fact]
    public void The_planner_agrees_with_exact_fractions_on_every_number_and_on_every_refusal()
    {
        var seen = new Dictionary<string, int>();
        SizingCaseGen.All.Sample(given => Count(seen, Check(given)), iter: Requests, threads: 1);

        string[] kinds = ["feasible", "infeasible", "clamped", "budget exact", "nodes exact", "headroom exact", "layers", "hbm_per_gpu_gb", "EffectiveContext", "Concurrency"];
        Assert.All(kinds, kind => Assert.True(
            seen.GetValueOrDefault(kind) >= Requests / 500,
            $"Only {seen.GetValueOrDefault(kind)} of {Requests} requests were '{kind}'."));
    }

    private static IEnumerable<string> Check(SizingCase given)
    {
        if (Oracle.Refuses(given) is string input)
        {
            SizingException refused = Assert.Throws<SizingException>(() => given.Solve());
            Assert.Equal(input, refused.Input);
            return [input];
        }
        Answer expected = Oracle.Solve(given);
        ScenarioResult actual = given.Solve();
        Assert.Equal(expected.PerSession, actual.KvPerSessionBytes);
        Assert.Equal(expected.Total, actual.KvTotalBytes);
        Assert.Equal(expected.BudgetBytes, actual.KvBudgetBytes);
        Assert.Equal(expected.Sessions, actual.SessionsPerNode);
        Assert.Equal(expected.Nodes, actual.NodesCapacity);
        Assert.Equal(expected.NodesWithHeadroom, actual.NodesWithHeadroom);
        Assert.Equal(expected.NodesFinal, actual.NodesFinal);
        Assert.Equal(expected.Sessions > 0, actual.Feasible);
        Assert.Equal(expected.Headroom, (Fraction)actual.PeakHeadroomRatio);
        Assert.Equal(expected.Ratio, (Fraction)actual.KvBudgetRatio);
        Assert.Equal(expected.OverheadGib, (Fraction)actual.RuntimeOverheadGib);
        Assert.Equal(Oracle.Context(given), actual.EffectiveContext);
        return Kinds(given, expected);
    }

    private static IEnumerable<string> Kinds(SizingCase given, Answer answer)
    {
        yield return answer.Nodes is null ? "infeasible" : "feasible";
        if (given.Load.Context > given.MaxPositions)
        {
            yield return "clamped";
        }
        if (answer.Sessions > 0 && answer.BudgetBytes == answer.Sessions * answer.PerSession)
        {
            yield return "budget exact";
        }
        if (answer.Nodes is BigInteger nodes && nodes > 1 && nodes * answer.Sessions == given.Load.Concurrency)
        {
            yield return "nodes exact";
        }
        if (answer.NodesWithHeadroom is BigInteger planned && answer.Headroom > 0
            && ((Fraction)given.Load.Concurrency * ((Fraction)1 + answer.Headroom)).Equals(planned * answer.Sessions))
        {
            yield return "headroom exact";
        }
    }

    private static void Count(Dictionary<string, int> seen, IEnumerable<string> kinds)
    {
        foreach (string kind in kinds)
        {
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
        }
    }
}
