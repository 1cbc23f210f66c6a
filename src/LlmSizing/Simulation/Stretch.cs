namespace LlmSizing;

/// <summary>
/// Decode steps that nothing interrupts, taken in one go: the first and the last are computed and those between lie on a line, which is exact wherever the step time is linear
/// in the context. Where it has a bend (a window that fills, compute overtaking memory) the line cuts the corner.
/// </summary>
internal struct Stretch
{
    private long firstStep;
    private long rise;
    private long span;

    public Stretch(long start, long steps, long firstStep, long lastStep)
    {
        Start = start;
        Steps = steps;
        this.firstStep = firstStep;
        rise = lastStep - firstStep;
        span = steps > 1 ? steps - 1 : 1;
    }

    public long Start { get; }

    public long Steps { get; private set; }

    public readonly long End => Start + Elapsed(Steps);

    /// <summary>Nanoseconds of the first steps.</summary>
    public readonly long Elapsed(long steps) => (steps * firstStep) + (rise * (steps * (steps - 1)) / (2 * span));

    /// <summary>Nanoseconds of one step.</summary>
    public readonly long Gap(long step) => firstStep + (rise * step / span);

    /// <summary>Ends with the step that runs at a time.</summary>
    public void CutAfter(long time) => Steps = Search(time, isRunningKept: true);

    /// <summary>Ends with the last step that is over by a time.</summary>
    public void CutBefore(long time) => Steps = Search(time, isRunningKept: false);

    private readonly long Search(long time, bool isRunningKept)
    {
        long low = isRunningKept ? 1 : 0;
        long high = Steps;
        while (low < high)
        {
            long middle = isRunningKept ? (low + high) / 2 : (low + high + 1) / 2;
            bool isEarly = isRunningKept ? Start + Elapsed(middle) < time : Start + Elapsed(middle) <= time;
            (low, high) = isRunningKept
                ? (isEarly ? middle + 1 : low, isEarly ? high : middle)
                : (isEarly ? middle : low, isEarly ? high : middle - 1);
        }
        return low;
    }
}
