using System;

namespace LlmSizing;

/// <summary>The decoding requests of a rank as sums, so that a step costs the same whatever their number.</summary>
internal sealed class DecodeBatch
{
    private readonly IndexedHeap ends = new();
    private readonly long[] turns;
    private long tokensAtRoundZero;

    public DecodeBatch(long blockTokens) => turns = new long[blockTokens];

    /// <summary>Decode steps so far.</summary>
    public long Round { get; private set; }

    public long Count { get; private set; }

    /// <summary>Those that are not of the warm-up.</summary>
    public long Measured { get; private set; }

    /// <summary>Steps until the first of them ends.</summary>
    public long StepsToEnd => ends.LeastKey - Round;

    /// <summary>Cached tokens that the next step but so many attends to, its own included.</summary>
    public double Context(long later) => tokensAtRoundZero + ((double)Count * (Round + 1 + later));

    public void Add(ref Seat seat, int number, long steps, bool isMeasured)
    {
        seat.IsDecoding = true;
        seat.StartRound = Round;
        seat.Turn = (int)Modulo(Round + 1 - seat.Prompt);
        turns[seat.Turn]++;
        tokensAtRoundZero += seat.Prompt - Round;
        ends.Set(number, Round + steps);
        Count++;
        Measured += isMeasured ? 1 : 0;
    }

    public void Remove(ref Seat seat, int number, bool isMeasured)
    {
        turns[seat.Turn]--;
        tokensAtRoundZero -= seat.Prompt - seat.StartRound;
        ends.Remove(number);
        Count--;
        Measured -= isMeasured ? 1 : 0;
        seat.IsDecoding = false;
    }

    /// <summary>A request that has got its last token with this round, or -1.</summary>
    public int Ended => ends.Count > 0 && ends.LeastKey <= Round ? ends.Least : -1;

    /// <summary>Blocks that the next steps take.</summary>
    public long BlocksFor(long steps)
    {
        long blocks = steps / turns.Length * Count;
        for (long step = steps - (steps % turns.Length) + 1; step <= steps; step++)
        {
            blocks += turns[Modulo(Round + step)];
        }
        return blocks;
    }

    /// <summary>Steps of at most so many whose blocks fit into the free ones.</summary>
    public long StepsWithin(long steps, long free)
    {
        // Each takes at most this many blocks, so that the steps need not be gone through.
        if (free >= Count * ((steps / turns.Length) + 1))
        {
            return steps;
        }
        long fitting = 0;
        for (long blocks = 0; fitting < steps; fitting++)
        {
            blocks += turns[Modulo(Round + fitting + 1)];
            if (blocks > free)
            {
                break;
            }
        }
        return fitting;
    }

    public void Advance(long steps) => Round += steps;

    private long Modulo(long value)
    {
        long rest = value % turns.Length;
        return rest < 0 ? rest + turns.Length : rest;
    }
}
