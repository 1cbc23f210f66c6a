using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Where requests come from, in the order of time.</summary>
internal abstract class ArrivalSource
{
    public const long Never = long.MaxValue;

    private readonly long requests;
    private readonly long until;
    private long taken;

    /// <summary>Creates the source.</summary>
    /// <param name="requests">Most requests.</param>
    /// <param name="until">The time after which none comes, in nanoseconds.</param>
    protected ArrivalSource(long requests, long until)
    {
        this.requests = requests;
        this.until = until;
    }

    /// <summary>When the next request comes, or <see cref="Never"/>.</summary>
    public long NextTime => taken < requests && Next <= until ? Next : Never;

    /// <summary>Requests that a trace lists without a token in or out.</summary>
    public virtual long Skipped => 0;

    protected abstract long Next { get; }

    public Arrival Take()
    {
        taken++;
        return Advance();
    }

    /// <summary>A request has ended: whoever waits for its answer may send the next.</summary>
    public virtual void Ended(long now)
    {
    }

    protected abstract Arrival Advance();
}

/// <summary>A request that comes.</summary>
internal readonly struct Arrival
{
    public Arrival(long time, int input, int output, IReadOnlyList<long>? prefix = null)
    {
        Time = time;
        Input = input;
        Output = output;
        Prefix = prefix;
    }

    public long Time { get; }

    public int Input { get; }

    public int Output { get; }

    public IReadOnlyList<long>? Prefix { get; }
}

/// <summary>Lengths of prompts and answers, each of a stream of its own.</summary>
internal sealed class LengthSource
{
    private readonly Distribution input;
    private readonly Distribution output;
    private readonly SeededRandom inputs;
    private readonly SeededRandom outputs;

    public LengthSource(Distribution input, Distribution output, long seed)
    {
        this.input = input;
        this.output = output;
        inputs = new SeededRandom(seed, 1);
        outputs = new SeededRandom(seed, 2);
    }

    public Arrival At(long time) => new(time, Tokens(input.Sample(inputs)), Tokens(output.Sample(outputs)));

    private static int Tokens(double length) => (int)Math.Max(1, Math.Min(1e9, length + 0.5));
}
