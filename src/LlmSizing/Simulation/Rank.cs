using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>One scheduler: a replica, or one data-parallel rank of it, with its cache, its queue and the step that it runs.</summary>
/// <remarks>
/// The order of a step is that of vLLM's V1 scheduler: those that decode get a token each, then prompts take what is left of the step's tokens, first come first served.
/// A request is admitted when the cache has room for its whole prompt. Where the next step lacks a block, the newest admitted is put back to the front of the queue and
/// later computed again.
/// </remarks>
internal sealed partial class Rank
{
    // Over more steps the line between the first and the last would cut corners that can be seen.
    private const long LongestStretch = 256;

    private readonly Simulation state;
    private readonly RankShape shape;
    private readonly Seats seats = new();
    private readonly DecodeBatch batch;
    private readonly List<int> prefilling = [];
    private readonly List<int> resumed = [];
    private Stretch stretch;
    private StepLoad load;
    private long lastEnd;

    public Rank(int number, RankShape shape, Simulation state)
    {
        Number = number;
        this.shape = shape;
        this.state = state;
        Blocks = new BlockPool(shape.Blocks);
        Prefixes = new PrefixCache(Blocks, Math.Min(shape.BlockTokens, PrefixCache.Tokens));
        batch = new DecodeBatch(shape.BlockTokens);
    }

    public int Number { get; }

    public BlockPool Blocks { get; }

    public PrefixCache Prefixes { get; }

    public RingBuffer Waiting { get; } = new();

    public bool IsBusy { get; private set; }

    public bool IsLost { get; private set; }

    public long EndsAt => stretch.End;

    public long InFlight => Waiting.Count + seats.Count;

    public long BusyNanoseconds { get; private set; }

    /// <summary>Blocks in use times nanoseconds.</summary>
    public double BlockTime { get; private set; }

    /// <summary>Puts a request in the queue; a stretch that it could join ends with its running step.</summary>
    public void Enqueue(int flight, long now)
    {
        bool canJoin = Waiting.Count == 0 && seats.Count < shape.MaxSequences;
        state.Flights.Items[flight].Queued = now;
        Waiting.Append(flight);
        state.Tally.Queued(1);
        if (IsBusy && canJoin && stretch.Steps > 1)
        {
            stretch.CutAfter(now);
        }
    }

    /// <summary>Starts the next step, if there is anything to do.</summary>
    public void Begin(long now)
    {
        IsBusy = false;
        bool preempted = MakeRoom(now);
        if (!preempted)
        {
            Admit(now);
        }
        PlanPrompts();
        if (load.PrefillTokens > 0)
        {
            long time = shape.Clock.Nanoseconds(load);
            stretch = new Stretch(now, 1, time, time);
        }
        else if (batch.Count > 0)
        {
            stretch = Decode(now);
        }
        else
        {
            return;
        }
        IsBusy = true;
        BlockTime += (double)Blocks.Used * (now - lastEnd);
        lastEnd = now;
    }

    /// <summary>Ends the step or the stretch.</summary>
    public void End(long now)
    {
        long before = Blocks.Used;
        long steps = batch.Count > 0 ? stretch.Steps : 0;
        CountGaps(steps, now);
        Blocks.Take(batch.BlocksFor(steps));
        Prefixes.GiveUp();
        state.Tally.Decoded += batch.Count * steps;
        batch.Advance(steps);
        BusyNanoseconds += now - stretch.Start;
        BlockTime += (before + Blocks.Used) / 2.0 * (now - stretch.Start);
        lastEnd = now;
        while (batch.Ended is int ended and >= 0)
        {
            Leave(ended);
            state.Finish(FreeSeat(ended), now);
        }
        if (load.PrefillTokens > 0)
        {
            EndPrompts(now);
        }
    }

    /// <summary>The rank is lost with what it holds: its requests, first those that run, in the order of their admission.</summary>
    public IEnumerable<int> Lose(long now)
    {
        if (IsBusy)
        {
            stretch.CutBefore(now);
            if (load.PrefillTokens == 0 && stretch.Steps > 0)
            {
                End(stretch.End);
            }
        }
        IsBusy = false;
        IsLost = true;
        prefilling.Clear();
        resumed.Clear();
        while (seats.Oldest >= 0)
        {
            int seat = seats.Oldest;
            int flight = seats[seat].Flight;
            state.Flights.Items[flight].Done = DoneOf(seats[seat]);
            state.Tally.Abandoned(Outstanding(seats[seat]));
            Leave(seat);
            FreeSeat(seat);
            yield return flight;
        }
        while (Waiting.Count > 0)
        {
            state.Tally.Queued(-1);
            yield return Waiting.Take();
        }
    }

    /// <summary>Frees the cache that a request has left behind while it was sent.</summary>
    public void Sent(int seat)
    {
        ReturnBlocks(seats[seat]);
        seats.Release(seat);
    }

    // Puts the newest back until all that decode have room for a token.
    private bool MakeRoom(long now)
    {
        bool preempted = false;
        while (batch.Count > 0 && batch.BlocksFor(1) > Blocks.Free)
        {
            Preempt(seats.Newest, now);
            preempted = true;
        }
        return preempted;
    }

    private void Preempt(int seat, long now)
    {
        ref Flight flight = ref state.Flights.Items[seats[seat].Flight];
        int number = seats[seat].Flight;
        flight.Done = DoneOf(seats[seat]);
        flight.LastToken = flight.Done > 0 && flight.LastToken == 0 ? now : flight.LastToken;
        flight.HasCache = false;
        flight.Queued = now;
        state.Tally.Preempted(seats[seat].IsDecoding ? seats[seat].Prompt + batch.Round - seats[seat].StartRound : seats[seat].Computed);
        state.Tally.Abandoned(Outstanding(seats[seat]));
        prefilling.Remove(seat);
        Leave(seat);
        FreeSeat(seat);
        Waiting.Prepend(number);
        state.Tally.Queued(1);
    }

    private void Admit(long now)
    {
        long room = shape.Clock.MaxPrefillTokens - batch.Count;
        foreach (int seat in prefilling)
        {
            room -= seats[seat].Prompt - seats[seat].Computed;
        }
        while (Waiting.Count > 0 && room > 0 && seats.Count < shape.MaxSequences && Fits(state.Flights.Items[Waiting.First]))
        {
            int number = Waiting.Take();
            state.Tally.Admitted(now - state.Flights.Items[number].Queued);
            int seat = Take(number);
            if (seats[seat].Computed == seats[seat].Prompt)
            {
                StartDecoding(seat);
            }
            else
            {
                prefilling.Add(seat);
                room -= seats[seat].Prompt - seats[seat].Computed;
            }
        }
    }

    private bool Fits(in Flight flight)
    {
        int shared = SharedBlocks(flight);
        long needed = OwnBlocks(flight.HasCache ? flight.Input : flight.Input + flight.Done, shared)
            + (shared > 0 ? Prefixes.Needs(flight.Prefix!, shared) : 0);
        // One that decodes at once needs the next token's block too, or it would be put back for ever.
        return needed + batch.BlocksFor(1) + (flight.HasCache ? 1 : 0) <= Blocks.Free;
    }

    private int Take(int number)
    {
        ref Flight flight = ref state.Flights.Items[number];
        int seat = seats.Add();
        ref Seat taken = ref seats[seat];
        taken.Flight = number;
        taken.DoneBefore = flight.HasCache ? 0 : flight.Done;
        taken.Prompt = flight.Input + taken.DoneBefore;
        taken.Shared = SharedBlocks(flight);
        int cached = flight.HasCache ? taken.Prompt : CachedTokens(flight, taken);
        taken.Computed = cached;
        taken.Blocks = OwnBlocks(taken.Prompt, taken.Shared);
        if (taken.Shared > 0)
        {
            Prefixes.Use(flight.Prefix!, taken.Shared);
        }
        Blocks.Take(taken.Blocks);
        Prefixes.GiveUp();
        state.Tally.Started(taken.Prompt, cached, flight.HasCache);
        return seat;
    }

    // A token at least is computed, for the next one to come out.
    private int CachedTokens(in Flight flight, in Seat seat) => flight.Prefix is not null
        ? (int)Math.Min((long)Prefixes.Match(flight.Prefix, seat.Shared) * PrefixCache.Tokens, seat.Prompt - 1)
        : (int)Math.Min(shape.CachedTokens(flight.Input), seat.Prompt - 1);

    private static int SharedBlocks(in Flight flight) => flight.Prefix is null || flight.HasCache ? 0 : Math.Min(flight.Prefix.Count, flight.Input / PrefixCache.Tokens);

    private long OwnBlocks(long tokens, int shared) => (tokens - ((long)shared * PrefixCache.Tokens) + shape.BlockTokens - 1) / shape.BlockTokens;

    private void PlanPrompts()
    {
        long room = shape.Clock.MaxPrefillTokens - batch.Count;
        long tokens = 0;
        double pairs = 0;
        foreach (int number in prefilling)
        {
            ref Seat seat = ref seats[number];
            seat.Chunk = (int)Math.Max(0, Math.Min(room, seat.Prompt - seat.Computed));
            room -= seat.Chunk;
            tokens += seat.Chunk;
            pairs += StepLoad.Pairs(seat.Chunk, seat.Computed);
        }
        load = new StepLoad(tokens, pairs, batch.Count, batch.Count == 0 ? 0 : batch.Context(0));
    }

    private Stretch Decode(long now)
    {
        long wanted = resumed.Count > 0 ? 1 : Math.Min(state.LongestStretch ?? LongestStretch, batch.StepsToEnd);
        long steps = batch.StepsWithin(wanted, Blocks.Free);
        long first = shape.Clock.Nanoseconds(load);
        long last = steps == 1 ? first : shape.Clock.Nanoseconds(new StepLoad(0, 0, batch.Count, batch.Context(steps - 1)));
        return new Stretch(now, steps, first, last);
    }
}
