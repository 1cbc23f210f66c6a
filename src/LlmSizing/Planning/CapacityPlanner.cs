using System;

namespace LlmSizing;

/// <summary>
/// Solves a request: the formulas of the seed in exact integer arithmetic, without allocating.
/// </summary>
/// <remarks>
/// Two identities keep 128-bit products out of it: floor(x / n) = floor(floor(x) / n) and ceil(x / n) = ceil(ceil(x) / n)
/// for a positive integer n (Graham, Knuth, Patashnik, Concrete Mathematics, 3.11).
/// </remarks>
public static class CapacityPlanner
{
    private const long E9 = Billionths.One;

    /// <summary>Computes the numbers of one scenario.</summary>
    /// <exception cref="SizingException">A number does not fit a 64-bit integer; names the input.</exception>
    public static Capacity Solve(SizingRequest request, Scenario scenario)
    {
        Requirements asked = request.Requirements;
        long headroom = scenario.PeakHeadroom.Apply(asked.HeadroomBillionths);
        long ratio = scenario.KvBudget.Apply(asked.KvBudgetBillionths);
        if (request.Plan is NodePlan plan)
        {
            Capacity memory = PlacedPlanner.Solve(request, scenario, plan.Node, headroom, ratio);
            return request.Curve is null || !memory.IsSessionHeld ? memory : LoadPlanner.Solve(request, scenario, memory);
        }
        long overhead = asked.OverheadBillionths
            ?? Math.Max(scenario.OverheadPerGpuBillionths * request.Server.Gpus, request.Model.WeightsBillionths);

        long perSession = request.KvCache.ComputeBytes();
        long total = Total(perSession, asked.Concurrency);
        long budget = Budget(request.Server.HbmTotalBytes, overhead, ratio);
        long sessions = budget / perSession;
        long needed = WithHeadroom(asked.Concurrency, headroom);
        if (sessions == 0)
        {
            return new Capacity(perSession, total, budget, 0, needed, 0, 0, 0, headroom, ratio, overhead, 0);
        }
        long nodes = Division.Ceiling(asked.Concurrency, sessions);
        long nodesWithHeadroom = Division.Ceiling(needed, sessions);
        return new Capacity(
            perSession, total, budget, sessions, needed,
            nodes, nodesWithHeadroom, nodesWithHeadroom + scenario.HaMode.ExtraNodes, headroom, ratio, overhead, sessions);
    }

    internal static long Total(long perSession, long concurrency)
    {
        try
        {
            return checked(perSession * concurrency);
        }
        catch (OverflowException)
        {
            throw new SizingException(
                "Concurrency",
                $"Concurrency of {NumberText.Plain(concurrency)} sessions of {NumberText.Plain(perSession)} bytes each is more than a 64-bit integer holds: ask for fewer sessions or a shorter context.");
        }
    }

    /// <summary>floor(max(0, (memory − overhead) × ratio)) in bytes.</summary>
    private static long Budget(long memory, long overheadBillionths, long ratio)
    {
        // The overhead in whole bytes, and the billionths of a byte beyond them.
        long part = overheadBillionths % E9 * ByteUnits.GiB;
        long wholeOverhead = (overheadBillionths / E9 * ByteUnits.GiB) + (part / E9);
        long fraction = part % E9;

        // What is left: whole bytes and billionths of a byte, both not negative.
        long whole = memory - wholeOverhead;
        if (fraction > 0)
        {
            whole--;
            fraction = E9 - fraction;
        }
        if (whole < 0)
        {
            return 0;
        }
        return Share(whole, ratio, fraction);
    }

    /// <summary>floor(bytes × ratio), for whole bytes and billionths of a byte.</summary>
    internal static long Share(long whole, long ratio, long fraction = 0)
    {
        long high = whole / E9;
        long low = whole % E9;
        return (high * ratio) + (((low * ratio) + (fraction * ratio / E9)) / E9);
    }

    /// <summary>ceil(concurrency × (1 + headroom)).</summary>
    internal static long WithHeadroom(long concurrency, long headroom)
    {
        // 10^9 sessions times a headroom of 10 in billionths is 10^19: it fits an unsigned 64-bit integer, not a signed one.
        ulong extra = (ulong)concurrency * (ulong)headroom;
        return concurrency + (long)((extra / (ulong)E9) + (extra % (ulong)E9 == 0 ? 0UL : 1UL));
    }
}
