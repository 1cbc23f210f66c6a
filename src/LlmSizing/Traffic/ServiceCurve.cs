using System;
using System.Linq;

namespace LlmSizing;

/// <summary>What one attention rank does for n requests at the same time: the step times, as the queueing formulas take them.</summary>
internal sealed class ServiceCurve
{
    private readonly SteadyState[] states;

    public ServiceCurve(NodePlan plan, RequestTraffic traffic, EngineTuning tuning)
    {
        Traffic = traffic;
        RequestContext = traffic.InputTokens.Mean + traffic.OutputTokens.Mean;
        if (RequestContext > plan.Cache.EffectiveContext)
        {
            throw new SizingException(
                "InputTokens",
                $"A mean request of {NumberText.Plain(traffic.InputTokens.Mean)} + {NumberText.Plain(traffic.OutputTokens.Mean)} tokens is longer than the context of {NumberText.Plain(plan.Cache.EffectiveContext)} tokens: raise -EffectiveContext, or shorten -InputTokens or -OutputTokens.");
        }
        Plan = plan;
        Times = new StepTimes(plan, tuning);
        long most = Math.Max(1, Places(Billionths.One));
        long input = traffic.InputTokens.Mean;
        states = new SteadyState[most];
        for (long n = 1; n <= most; n++)
        {
            states[n - 1] = new SteadyState(Times, n, input, traffic.OutputTokens.Mean, cachedTokens: traffic.CachedTokens);
        }
        double mean = OwnSeconds(input);
        InputShifts = traffic.InputTokens.Samples.Select(tokens => OwnSeconds(tokens) - mean).ToArray();
    }

    public RequestTraffic Traffic { get; }

    public NodePlan Plan { get; }

    public StepTimes Times { get; }

    /// <summary>Tokens of a mean request when it ends.</summary>
    public long RequestContext { get; }

    /// <summary>Requests that the engine runs at the same time with all of the memory.</summary>
    public long MostPlaces => states.Length;

    /// <summary>Seconds that prompts of equally likely lengths take beyond the mean one.</summary>
    public double[] InputShifts { get; }

    /// <summary>Requests that a rank runs at the same time with a share of the memory for the cache: what the cache holds, and at most what the engine admits (max_num_seqs).</summary>
    public long Places(long budgetBillionths)
    {
        long budget = CapacityPlanner.Share(Plan.Node.KvPerGpuBytes, budgetBillionths);
        long bytes = Plan.Binding.Shard.KvBytesPerSession(RequestContext, Plan.Cache.Precision);
        // Whole blocks: what holds a session of the full context holds a shorter request.
        long held = Math.Max(bytes == 0 ? long.MaxValue : budget / bytes, Plan.Node.SessionBytes == 0 ? 0 : budget / Plan.Node.SessionBytes);
        return Math.Min(held, Plan.MaxSequences);
    }

    /// <summary>Requests per second that n requests at the same time finish. Prompts are computed one after the other, whatever runs beside them.</summary>
    public double Rate(long n)
    {
        SteadyState state = At(n);
        return Math.Min(state.RequestsPerSecond, state.PromptSeconds > 0 ? 1 / state.PromptSeconds : double.MaxValue);
    }

    /// <summary>Seconds from the first step of a request beside n - 1 others to its last token.</summary>
    public double ResponseSeconds(long n) => At(n).EndToEndSeconds;

    public SteadyState At(long n) => states[n - 1];

    private double OwnSeconds(long inputTokens)
    {
        long cached = Math.Min(inputTokens - 1, (long)((Traffic.PrefixCacheHitRatio ?? 0) * inputTokens));
        double seconds = 0;
        for (long past = cached; past < inputTokens; past += Times.MaxPrefillTokens)
        {
            long chunk = Math.Min(Times.MaxPrefillTokens, inputTokens - past);
            seconds += Times.Seconds(new StepLoad(chunk, StepLoad.Pairs(chunk, past), 0, 0));
        }
        return seconds;
    }
}
