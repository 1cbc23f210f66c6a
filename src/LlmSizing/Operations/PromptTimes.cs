using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Seconds in which an engine computes a prompt alone, chunk by chunk (Agrawal et al. 2024, arXiv 2403.02310): the own part of <see cref="SteadyState.TtftSeconds"/>.</summary>
internal sealed class PromptTimes
{
    private readonly StepTimes times;
    private readonly double factor;
    private readonly List<double> whole = [0];

    private PromptTimes(StepTimes times)
    {
        this.times = times;
        factor = times.Tuning[TuningConstants.Prefill] * times.Tuning[TuningConstants.PromptLatency];
    }

    /// <summary>The times of a placed model whose tuning is known; null where it is not, or where the server does not say what they need.</summary>
    public static PromptTimes? Of(SizingRequest request)
    {
        if (request.Plan is null || request.Tuning is null)
        {
            return null;
        }
        try
        {
            return new PromptTimes(new StepTimes(request.Plan, request.Tuning.Tuning));
        }
        catch (SizingException)
        {
            // A bandwidth or a peak is not known: the bound stands in, or nothing.
            return null;
        }
    }

    /// <summary>Seconds of a prompt.</summary>
    /// <param name="tokens">Its tokens, at least 1.</param>
    public double Seconds(long tokens)
    {
        long size = times.MaxPrefillTokens;
        long chunks = (tokens - 1) / size;
        while (whole.Count <= chunks)
        {
            whole.Add(whole[whole.Count - 1] + Chunk(size, (whole.Count - 1) * size));
        }
        return factor * (whole[(int)chunks] + Chunk(tokens - (chunks * size), chunks * size));
    }

    private double Chunk(long tokens, long past) => times.Seconds(new StepLoad(tokens, StepLoad.Pairs(tokens, past), 0, 0));
}
