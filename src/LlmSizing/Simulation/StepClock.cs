using System;

namespace LlmSizing;

/// <summary>Whole nanoseconds of a step.</summary>
internal sealed class StepClock
{
    // A stretch of 512 steps of this length still fits 64 bits when its parts are multiplied.
    private const double LongestSeconds = 10_000;

    private readonly Seconds seconds;
    private readonly double interference;

    /// <summary>The clock of any step times, such as a test's.</summary>
    public StepClock(Seconds seconds, long maxPrefillTokens, double requestSeconds = 0, double interference = 1)
    {
        this.seconds = seconds;
        this.interference = interference;
        MaxPrefillTokens = Math.Max(1, maxPrefillTokens);
        RequestNanoseconds = Rounded(requestSeconds);
    }

    /// <summary>The clock of a placed model.</summary>
    public StepClock(StepTimes times)
        : this(times.Seconds, times.MaxPrefillTokens, times.Tuning.Seconds(TuningConstants.Request), times.Tuning[TuningConstants.Interference])
    {
    }

    /// <summary>Seconds of a step.</summary>
    /// <param name="load">What it computes.</param>
    public delegate double Seconds(in StepLoad load);

    /// <summary>Most prompt tokens of one step.</summary>
    public long MaxPrefillTokens { get; }

    /// <summary>What the server's front end takes of a request before it is queued.</summary>
    public long RequestNanoseconds { get; }

    /// <summary>Nanoseconds of a step, at least 1; prompts beside decoding sequences cost the tuning's multiple of what they add, as in <see cref="SteadyState"/>.</summary>
    /// <exception cref="SizingException">The step is longer than 10,000 s.</exception>
    public long Nanoseconds(in StepLoad load)
    {
        double time = seconds(load);
        if (interference != 1 && load.PrefillTokens > 0 && load.DecodeSequences > 0)
        {
            double bare = seconds(new StepLoad(0, 0, load.DecodeSequences, load.DecodeContext));
            time = bare + ((time - bare) * interference);
        }
        return Math.Max(1, Rounded(time));
    }

    private static long Rounded(double time) => time is >= 0 and <= LongestSeconds
        ? (long)((time * 1e9) + 0.5)
        : throw new SizingException("Server", "A step takes more than 10,000 s, or no number of seconds: the model is too large for the server to be simulated.");
}
