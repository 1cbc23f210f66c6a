using System;

namespace LlmSizing;

/// <summary>Users who wait for an answer, think, and ask again.</summary>
internal sealed class ClosedArrivals : ArrivalSource
{
    private readonly LengthSource lengths;
    private readonly Distribution? think;
    private readonly SeededRandom thoughts;
    private readonly IndexedHeap returns = new();
    private readonly RingBuffer idle = new();

    public ClosedArrivals(int users, Distribution? think, LengthSource lengths, long seed, long requests, long until)
        : base(requests, until)
    {
        this.lengths = lengths;
        this.think = think;
        thoughts = new SeededRandom(seed, 4);
        for (int user = 0; user < users; user++)
        {
            returns.Set(user, Thought());
        }
    }

    protected override long Next => returns.Count == 0 ? Never : returns.LeastKey;

    // Users are alike: any that waits may be the one whose request has ended.
    public override void Ended(long now) => returns.Set(idle.Take(), now + Thought());

    protected override Arrival Advance()
    {
        int user = returns.Least;
        long time = returns.LeastKey;
        returns.Remove(user);
        idle.Append(user);
        return lengths.At(time);
    }

    private long Thought() => think is null ? 0 : (long)((Math.Max(0, Math.Min(1e9, think.Sample(thoughts))) * 1e9) + 0.5);
}
