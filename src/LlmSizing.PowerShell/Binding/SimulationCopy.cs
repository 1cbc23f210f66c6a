using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A simulation of another process. Its numbers describe themselves, so that they are read back and not simulated again; its question must be the same here.</summary>
internal sealed class SimulationCopy(PSObject copy, Catalog catalog) : CopyReader(copy, catalog)
{
    /// <exception cref="ArgumentTransformationMetadataException">It would not be the same here; says why.</exception>
    internal SimulationResult Read()
    {
        CopiedObject asked = Copy.Part("Request") ?? throw Refused("its question did not come along");
        try
        {
            var result = new SimulationResult(RequestOf(asked), name => Copy.At(name), ChecksOf(Copy["Checks"]));
            Require(Likeness.Difference(result, Copy.Record, "Simulation"));
            return result;
        }
        catch (SizingException error)
        {
            throw Refused(error.Message);
        }
    }

    private SimulationRequest RequestOf(CopiedObject asked)
    {
        CopiedObject placed = asked.Part("Plan") ?? throw Refused("its placement did not come along");
        CopiedObject cache = placed.Part("Cache") ?? throw Refused("its cache did not come along");
        var requirements = new Requirements(1, cache.Whole("EffectiveContext"), PrecisionOf(cache, "Precision"));
        NodePlan plan = PlanOf(placed, ModelOf(Copy), ServerOf(Copy), requirements);
        TuningChoice choice = TuningChoice.Of(Catalog.Tunings, plan);
        return new SimulationRequest(
            plan, choice.Tuning, LoadOf(asked.Part("Load") ?? throw Refused("its load did not come along")), asked.Whole("Seed"), asked["Requests"] as long?,
            asked["DurationSeconds"] as decimal?, asked.Whole("Replicas"), Known("policy", asked.Name("Policy"), RoutingPolicy.Find),
            asked["PrefixCacheHitRatio"] as decimal? ?? 0, asked.Whole("PrefillReplicas"), asked["FailAtSeconds"] as decimal?, asked.Whole("WarmupRequests"),
            asked["TtftSloMs"] as decimal?, asked["TpotSloMs"] as decimal?, choice.Confidence);
    }

    private static SimulationLoad LoadOf(CopiedObject load)
    {
        if (load["Concurrency"] is long users)
        {
            return SimulationLoad.Closed(users, Tokens("InputTokens"), Tokens("OutputTokens"), load["ThinkTimeSeconds"] is null ? null : Tokens("ThinkTimeSeconds"));
        }
        return load["RequestsPerSecond"] is decimal rate
            ? SimulationLoad.Open(rate, Tokens("InputTokens"), Tokens("OutputTokens"), load.Name("Kind") == "poisson")
            : SimulationLoad.Trace(Elsewhere());

        Distribution Tokens(string member) => Distribution.Parse(load.Name(member) ?? "", member);
    }

    // A trace is a file of the other process.
    private static IEnumerable<TraceRequest> Elsewhere() => Enumerable.Range(0, 1).Select<int, TraceRequest>(
        _ => throw new SizingException("Trace", "The trace did not come along: simulate it from its file."));

    private static SimulationCheck[] ChecksOf(object? checks) => checks is IEnumerable items and not string
        ? [.. items.OfType<PSObject>().Select(item => new CopiedObject(item)).Select(check => new SimulationCheck(check.Name("Name") ?? "", check.Whole("Counted"), check.Whole("Expected")))]
        : [];
}
