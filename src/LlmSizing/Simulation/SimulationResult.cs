using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What a simulation showed. Latencies and rates are of the requests after the warm-up; counts are of all.</summary>
public sealed class SimulationResult : ReportableResult
{
    internal SimulationResult(SimulationRequest request, Simulation run)
    {
        SimulationTally tally = run.Tally;
        Request = request;
        Checks = new(SimulationCheck.Of(run));
        Arrived = tally.Arrived;
        Finished = tally.Finished;
        Rejected = tally.Rejected;
        DurationSeconds = tally.MeasuredFinished == 0 ? 0 : Math.Max(0, tally.LastFinish - tally.FirstMeasured) / 1e9;
        RequestsPerSecond = PerSecond(tally.MeasuredFinished);
        InputTokensPerSecond = PerSecond(tally.MeasuredInput);
        OutputTokensPerSecond = PerSecond(tally.MeasuredOutput);
        Ttft = new SimulatedLatency(tally.Ttft);
        Tpot = new SimulatedLatency(tally.Tpot);
        Itl = new SimulatedLatency(tally.Itl);
        EndToEnd = new SimulatedLatency(tally.EndToEnd);
        bool isAsked = request.TtftSloMs is not null || request.TpotSloMs is not null;
        GoodputRequestsPerSecond = isAsked ? PerSecond(tally.Good) : null;
        SloAttainmentRatio = isAsked ? Share(tally.Good, tally.MeasuredFinished) : null;
        InputTokens = tally.InputTokens;
        OutputTokens = tally.OutputTokens;
        double span = run.Now;
        UtilizationRatio = Share(run.Ranks.Sum(rank => (double)rank.BusyNanoseconds), span * run.Ranks.Count);
        QueueMean = Share(tally.Waited, span);
        QueuePeak = tally.MostWaiting;
        KvBlocks = run.Serving[0].Blocks.Capacity;
        KvMeanRatio = Share(run.Serving.Sum(rank => rank.BlockTime), span * KvBlocks * run.Serving.Count);
        KvPeakRatio = Share(run.Ranks.Max(rank => rank.Blocks.Peak), KvBlocks);
        Preemptions = tally.Preemptions;
        RecomputedTokens = tally.RecomputedTokens;
        Requeued = tally.Requeued;
        LostTokens = tally.LostTokens;
        PrefixHitRatio = Share(tally.CachedTokens, tally.PromptTokens);
    }

    /// <summary>A result that was computed in another process, from its numbers: to simulate it again could take as long as it did there.</summary>
    /// <param name="request">The question.</param>
    /// <param name="member">Gives a number by its name, such as Finished or Ttft.MeanMs; null where there is none.</param>
    /// <param name="checks">What was counted there.</param>
    /// <exception cref="SizingException">A number did not come along, or a check does not hold.</exception>
    public SimulationResult(SimulationRequest request, Func<string, object?> member, IReadOnlyList<SimulationCheck> checks)
    {
        Request = request;
        Checks = checks.FirstOrDefault(check => !check.Holds) is SimulationCheck broken ? throw new SizingException("Checks", $"{broken} does not hold") : new(checks);
        Arrived = Number<long>(nameof(Arrived));
        Finished = Number<long>(nameof(Finished));
        Rejected = Number<long>(nameof(Rejected));
        DurationSeconds = Number<double>(nameof(DurationSeconds));
        RequestsPerSecond = Number<double>(nameof(RequestsPerSecond));
        InputTokensPerSecond = Number<double>(nameof(InputTokensPerSecond));
        OutputTokensPerSecond = Number<double>(nameof(OutputTokensPerSecond));
        Ttft = Latency(nameof(Ttft));
        Tpot = Latency(nameof(Tpot));
        Itl = Latency(nameof(Itl));
        EndToEnd = Latency(nameof(EndToEnd));
        GoodputRequestsPerSecond = member(nameof(GoodputRequestsPerSecond)) as double?;
        SloAttainmentRatio = member(nameof(SloAttainmentRatio)) as double?;
        InputTokens = Number<long>(nameof(InputTokens));
        OutputTokens = Number<long>(nameof(OutputTokens));
        UtilizationRatio = Number<double>(nameof(UtilizationRatio));
        QueueMean = Number<double>(nameof(QueueMean));
        QueuePeak = Number<long>(nameof(QueuePeak));
        KvBlocks = Number<long>(nameof(KvBlocks));
        KvMeanRatio = Number<double>(nameof(KvMeanRatio));
        KvPeakRatio = Number<double>(nameof(KvPeakRatio));
        Preemptions = Number<long>(nameof(Preemptions));
        RecomputedTokens = Number<long>(nameof(RecomputedTokens));
        Requeued = Number<long>(nameof(Requeued));
        LostTokens = Number<long>(nameof(LostTokens));
        PrefixHitRatio = Number<double>(nameof(PrefixHitRatio));

        T Number<T>(string name) => member(name) is T number ? number : throw new SizingException(name, $"its {name} did not come along");
        double Ms(string latency, string name) => Number<double>($"{latency}.{name}");
        SimulatedLatency Latency(string name) => new(
            Number<long>($"{name}.{nameof(SimulatedLatency.Count)}"), Ms(name, nameof(SimulatedLatency.MeanMs)), Ms(name, nameof(SimulatedLatency.P50Ms)),
            Ms(name, nameof(SimulatedLatency.P90Ms)), Ms(name, nameof(SimulatedLatency.P95Ms)), Ms(name, nameof(SimulatedLatency.P99Ms)));
    }

    /// <summary>The model's name.</summary>
    public string Model => Request.Plan.Model.Name;

    /// <summary>The server's name.</summary>
    public string Server => Request.Plan.Server.Name;

    /// <summary>The engine.</summary>
    public string Engine => Request.Plan.Deployment.Engine.Name;

    /// <summary>How a replica lies on GPUs.</summary>
    public string Placement => Request.Plan.Placement.ToString();

    /// <summary>How far the times of the steps can be trusted: calibrated, transferred or datasheet.</summary>
    public string Confidence => Request.Confidence;

    /// <summary>How requests come.</summary>
    public string Load => Request.Load.ToString();

    /// <summary>Replicas that decode.</summary>
    public long Replicas => Request.Replicas;

    /// <summary>Replicas that compute prompts only.</summary>
    public long PrefillReplicas => Request.PrefillReplicas;

    /// <summary>How requests are dealt out.</summary>
    public string Policy => Request.Policy.Name;

    /// <summary>Chance.</summary>
    public long Seed => Request.Seed;

    /// <summary>Requests that came.</summary>
    public long Arrived { get; }

    /// <summary>Requests that got all of their tokens.</summary>
    public long Finished { get; }

    /// <summary>Requests that are longer than the model's context or than a whole cache, and were refused.</summary>
    public long Rejected { get; }

    /// <summary>Seconds from the first request that counts to the last token.</summary>
    public double DurationSeconds { get; }

    /// <summary>Requests ended in a second.</summary>
    public double RequestsPerSecond { get; }

    /// <summary>Prompt tokens of these in a second.</summary>
    public double InputTokensPerSecond { get; }

    /// <summary>Output tokens of these in a second.</summary>
    public double OutputTokensPerSecond { get; }

    /// <summary>Requests ended in a second that held the latencies asked for; null where none is asked for.</summary>
    public double? GoodputRequestsPerSecond { get; }

    /// <summary>Share of the requests that held the latencies asked for; null where none is asked for.</summary>
    public double? SloAttainmentRatio { get; }

    /// <summary>Time to first token.</summary>
    public SimulatedLatency Ttft { get; }

    /// <summary>Time per output token after the first, one value for each request: (end to end - TTFT) / (output - 1).</summary>
    public SimulatedLatency Tpot { get; }

    /// <summary>Inter-token latency: one value for each token after the first.</summary>
    public SimulatedLatency Itl { get; }

    /// <summary>Time of a request from its arrival to its last token.</summary>
    public SimulatedLatency EndToEnd { get; }

    /// <summary>Prompt tokens of the finished requests.</summary>
    public long InputTokens { get; }

    /// <summary>Output tokens of the finished requests.</summary>
    public long OutputTokens { get; }

    /// <summary>Share of the time in which a replica runs a step, over all of them.</summary>
    public double UtilizationRatio { get; }

    /// <summary>Requests that wait for admission, over time.</summary>
    public double QueueMean { get; }

    /// <summary>The most requests that waited at one time.</summary>
    public long QueuePeak { get; }

    /// <summary>Blocks of one cache.</summary>
    public long KvBlocks { get; }

    /// <summary>Share of the caches in use, over time, on the replicas that decode.</summary>
    public double KvMeanRatio { get; }

    /// <summary>The largest share of a cache in use at one time.</summary>
    public double KvPeakRatio { get; }

    /// <summary>Times that a running request was put back, as the cache had no room for its next token.</summary>
    public long Preemptions { get; }

    /// <summary>Cached tokens that were given up by that and computed again.</summary>
    public long RecomputedTokens { get; }

    /// <summary>Requests that were lost with a node and began again on another.</summary>
    public long Requeued { get; }

    /// <summary>Tokens that these had been given.</summary>
    public long LostTokens { get; }

    /// <summary>Share of the prompt tokens that a prefix cache held.</summary>
    public double PrefixHitRatio { get; }

    /// <summary>What was neither made nor lost, all of them holding.</summary>
    public ReadableList<SimulationCheck> Checks { get; }

    /// <summary>The question.</summary>
    public SimulationRequest Request { get; }

    /// <summary>Model, server, requests and the times of half of them.</summary>
    public override string ToString() =>
        $"{Model} on {Server}: {NumberText.Grouped(Finished)} requests, TTFT {Ttft}, TPOT {Tpot}";

    private double PerSecond(long count) => Share(count, DurationSeconds);

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}
