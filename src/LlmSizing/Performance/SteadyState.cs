using System;

namespace LlmSizing;

/// <summary>A rank that is kept busy by a fixed number of requests: each that ends is followed by the next at once (a closed loop, as benchmarks run).</summary>
/// <remarks>
/// A step gives each running sequence one token, and the prompts of the requests that follow ended ones are computed between or beside such steps. While a request
/// decodes, the others start (n - 1) / output times per token, so that TPOT = step + (n - 1) / output × what a prompt adds.
/// TTFT is the time of the own prompt, the rest of the running step, and the prompts that wait in front. Requests beyond those that the cache holds wait for one to end (Little 1961).
/// </remarks>
public sealed class SteadyState
{
    /// <summary>Computes the steady state.</summary>
    /// <param name="times">The step times.</param>
    /// <param name="concurrency">Requests at the same time on one attention rank, at least 1.</param>
    /// <param name="inputTokens">Tokens of a prompt, at least 1.</param>
    /// <param name="outputTokens">Tokens that are generated, at least 1.</param>
    /// <param name="mostRunning">Requests that the cache holds at the same time, at least 1.</param>
    /// <param name="cachedTokens">Tokens of the prompt that a prefix cache holds, less than the prompt.</param>
    /// <param name="speculation">How tokens are drafted, or null without.</param>
    /// <exception cref="SizingException">A number is out of its range.</exception>
    public SteadyState(
        StepTimes times, long concurrency, long inputTokens, long outputTokens, long mostRunning = long.MaxValue, long cachedTokens = 0, Speculation? speculation = null)
    {
        Concurrency = AtLeastOne(concurrency, "Concurrency");
        InputTokens = AtLeastOne(inputTokens, "InputTokens");
        OutputTokens = AtLeastOne(outputTokens, "OutputTokens");
        Running = Math.Min(concurrency, AtLeastOne(mostRunning, "MostRunning"));
        CachedTokens = cachedTokens >= 0 && cachedTokens < inputTokens ? cachedTokens : throw new SizingException("CachedTokens", "The tokens in a prefix cache must be less than those of the prompt.");
        EngineTuning tuning = times.Tuning;
        double n = Running;
        double context = inputTokens + (outputTokens / 2.0);
        DecodeLoad = new StepLoad(0, 0, Running, n * context, Running * (speculation?.DraftTokens ?? 0));
        double step = times.Seconds(DecodeLoad) * tuning[TuningConstants.Decode];
        DecodeStepSeconds = step * (1 + ((speculation?.DraftTokens ?? 0) * (double)(speculation?.DraftCostRatio ?? 0)));
        TokensPerStep = speculation?.TokensPerStep ?? 1;
        // Prompts that start in one step where more than one ends per token.
        double together = Math.Max(1, n / outputTokens);
        PromptSeconds = AddedBy(times, together) * tuning[TuningConstants.Interference] * tuning[TuningConstants.Prefill];
        double others = n - 1;
        double burst = tuning[TuningConstants.Burst];
        TpotSeconds = (DecodeStepSeconds / TokensPerStep) + ((1 - burst) * others / outputTokens * PromptSeconds);
        double busy = TpotSeconds == 0 ? 0 : 1 - (DecodeStepSeconds / TokensPerStep / TpotSeconds);
        double waiting = PromptSeconds * ((busy / 2) + (burst * others / 2));
        WaitingSeconds = waiting;
        double own = OwnSeconds(times) * tuning[TuningConstants.Prefill] * tuning[TuningConstants.PromptLatency];
        double steps = (others > 0 ? tuning[TuningConstants.QueueSteps] : 0) + (times.IsRanked ? tuning[TuningConstants.RankSteps] : 0);
        double service = tuning.Seconds(TuningConstants.Request) + (times.Layers * tuning.Seconds(TuningConstants.RequestLayer)) + own + (steps * TpotSeconds) + waiting;
        AdmissionSeconds = (Concurrency - n) / n * (service + ((outputTokens - 1) * TpotSeconds));
        TtftSeconds = service + AdmissionSeconds;
    }

    /// <summary>Requests at the same time, running or waiting.</summary>
    public long Concurrency { get; }

    /// <summary>Requests that run at the same time.</summary>
    public long Running { get; }

    /// <summary>Tokens of a prompt.</summary>
    public long InputTokens { get; }

    /// <summary>Tokens that are generated.</summary>
    public long OutputTokens { get; }

    /// <summary>Tokens of the prompt that a prefix cache holds.</summary>
    public long CachedTokens { get; }

    /// <summary>Seconds of a step that only decodes, its drafts included.</summary>
    public double DecodeStepSeconds { get; }

    /// <summary>What such a step computes.</summary>
    public StepLoad DecodeLoad { get; }

    /// <summary>Tokens that such a step yields for a sequence; more than 1 with drafts.</summary>
    public double TokensPerStep { get; }

    /// <summary>Seconds that a prompt adds to the steps of the others.</summary>
    public double PromptSeconds { get; }

    /// <summary>Seconds that a prompt waits behind those of others in the closed loop; part of the time to first token.</summary>
    public double WaitingSeconds { get; }

    /// <summary>Seconds that a request waits for room in the cache; part of the time to first token.</summary>
    public double AdmissionSeconds { get; }

    /// <summary>Time to first token in seconds.</summary>
    public double TtftSeconds { get; }

    /// <summary>Time per output token after the first in seconds: (end to end - TTFT) / (output - 1).</summary>
    public double TpotSeconds { get; }

    /// <summary>Time of a request in seconds.</summary>
    public double EndToEndSeconds => TtftSeconds + ((OutputTokens - 1) * TpotSeconds);

    /// <summary>Time per output token by the other convention, the first one included: end to end / output.</summary>
    public double InclusiveTpotSeconds => EndToEndSeconds / OutputTokens;

    /// <summary>Requests per second of the rank (Little: concurrency = rate × time).</summary>
    public double RequestsPerSecond => Concurrency / EndToEndSeconds;

    /// <summary>Output tokens per second of the rank.</summary>
    public double OutputTokensPerSecond => RequestsPerSecond * OutputTokens;

    private double OwnSeconds(StepTimes times)
    {
        double seconds = 0;
        for (long past = CachedTokens; past < InputTokens; past += times.MaxPrefillTokens)
        {
            long chunk = Math.Min(times.MaxPrefillTokens, InputTokens - past);
            seconds += times.Seconds(new StepLoad(chunk, StepLoad.Pairs(chunk, past), Running - 1, (Running - 1) * (InputTokens + (OutputTokens / 2.0))));
        }
        return seconds;
    }

    // What one of the prompts that are computed together adds to the steps of those that decode.
    private double AddedBy(StepTimes times, double together)
    {
        long decoding = Running - 1;
        double context = decoding * (InputTokens + (OutputTokens / 2.0));
        double bare = times.Seconds(new StepLoad(0, 0, decoding, context));
        double fitting = Math.Max(1, Math.Min(together, times.MaxPrefillTokens / (double)(InputTokens - CachedTokens)));
        double seconds = 0;
        for (long past = CachedTokens; past < InputTokens; past += times.MaxPrefillTokens)
        {
            long chunk = Math.Min(times.MaxPrefillTokens, InputTokens - past);
            var load = new StepLoad((long)(chunk * fitting), StepLoad.Pairs(chunk, past) * fitting, decoding, context);
            seconds += times.Seconds(load) - bare;
        }
        return seconds / fitting;
    }

    private static long AtLeastOne(long value, string name) => value >= 1 ? value : throw new SizingException(name, $"{name} is {NumberText.Plain(value)}: write a whole number of at least 1.");
}
