using System;

namespace LlmSizing;

/// <summary>A run as the step times predict it: the steady state of a closed loop of its requests, spread evenly over the attention ranks.</summary>
public sealed class BenchmarkPrediction
{
    /// <summary>Predicts a run.</summary>
    /// <param name="run">The run; its lengths and the requests in flight are needed.</param>
    /// <param name="plan">The model as it was served, with the tuning of its engine: one replica answers all requests.</param>
    /// <exception cref="SizingException">The run does not state what is needed, or the server a number.</exception>
    public BenchmarkPrediction(BenchmarkRun run, PerformancePlan plan)
    {
        Run = run;
        Plan = plan;
        InFlight = Math.Max(1, run.InFlight ?? throw Missing("how many requests were in flight: neither a cap nor requests per second with the time of one"));
        // The rank with the remainder is the slowest.
        PerRank = (((long)Math.Round(InFlight) - 1) / plan.Node.Placement.DataParallel) + 1;
        State = By(plan.Choice.Tuning);
    }

    /// <summary>The run.</summary>
    public BenchmarkRun Run { get; }

    /// <summary>The model as it was served, with the tuning of its engine.</summary>
    public PerformancePlan Plan { get; }

    /// <summary>Requests in flight.</summary>
    public double InFlight { get; }

    /// <summary>Requests at the same time on one attention rank.</summary>
    public long PerRank { get; }

    /// <summary>The steady state of a rank.</summary>
    public SteadyState State { get; }

    /// <summary>Time to first token in milliseconds.</summary>
    public double TtftMs => State.TtftSeconds * 1000;

    /// <summary>Time per output token after the first in milliseconds.</summary>
    public double TpotMs => State.TpotSeconds * 1000;

    /// <summary>Time of a request in milliseconds.</summary>
    public double EndToEndMs => State.EndToEndSeconds * 1000;

    /// <summary>Requests per second of the whole run (Little: those in flight over the time of one).</summary>
    public double RequestsPerSecond => InFlight / State.EndToEndSeconds;

    /// <summary>Output tokens per second of the whole run.</summary>
    public double OutputTokensPerSecond => RequestsPerSecond * State.OutputTokens;

    /// <summary>What a run asks of the memory: its requests in flight, each as long as it ends.</summary>
    /// <param name="run">The run.</param>
    /// <param name="precision">The precision of keys and values, or null for the model's default.</param>
    /// <exception cref="SizingException">The run does not state it.</exception>
    public static Requirements RequirementsOf(BenchmarkRun run, KvPrecision? precision) =>
        new(Math.Max(1, (long)Math.Round(run.InFlight ?? 1)), Prompt(run) + Output(run), precision);

    /// <summary>The steady state by another tuning.</summary>
    /// <param name="tuning">The tuning; of a tool without a server its cost of a request is left out.</param>
    internal SteadyState By(EngineTuning tuning)
    {
        long prompt = Prompt(Run);
        long output = Output(Run);
        EngineTuning own = Run.IsServed ? tuning : tuning.With(new(TuningConstants.Request, 0), new(TuningConstants.RequestLayer, 0));
        return new SteadyState(Plan.Times.With(own), PerRank, prompt, output, Math.Max(1, Plan.MostRunning(prompt, output)), Math.Min(Run.Load.CachedTokens, prompt - 1));
    }

    private static long Prompt(BenchmarkRun run) => Math.Max(1, run.Load.CachedTokens + Whole(run.Load.InputTokens, "input"));

    private static long Output(BenchmarkRun run) => Math.Max(1, Whole(run.Load.OutputTokens, "output"));

    private static long Whole(double? tokens, string name) => tokens is double known
        ? Limits.EffectiveContext.Maximum >= (decimal)known ? (long)Math.Round(known) : throw new SizingException("BenchmarkRun", $"The run has more {name} tokens than {Limits.EffectiveContext}.")
        : throw Missing($"how many {name} tokens a request has");

    private static SizingException Missing(string what) => new("BenchmarkRun", $"The run does not say {what}.");
}
