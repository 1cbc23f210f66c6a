using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <content>What a step gives to its sequences: first tokens, later ones, and their ends.</content>
internal sealed partial class Rank
{
    private void EndPrompts(long now)
    {
        state.Tally.Prefilled += load.PrefillTokens;
        int kept = 0;
        for (int i = 0; i < prefilling.Count; i++)
        {
            int seat = prefilling[i];
            seats[seat].Computed += seats[seat].Chunk;
            if (seats[seat].Computed < seats[seat].Prompt)
            {
                prefilling[kept++] = seat;
            }
            else
            {
                FirstTokenOf(seat, now);
            }
        }
        prefilling.RemoveRange(kept, prefilling.Count - kept);
        load = default;
    }

    private void FirstTokenOf(int seat, long now)
    {
        ref Flight flight = ref state.Flights.Items[seats[seat].Flight];
        state.Tally.Decoded++;
        if (seats[seat].DoneBefore == 0)
        {
            flight.FirstToken = now;
        }
        else
        {
            state.Tally.Gap(now - flight.LastToken, flight.IsMeasured ? 1 : 0);
            flight.LastToken = 0;
        }
        if (seats[seat].DoneBefore + 1 == flight.Output)
        {
            Leave(seat);
            state.Finish(FreeSeat(seat), now);
        }
        else if (shape.SendsCache)
        {
            seats.Unlink(seat);
            flight.Done = 1;
            flight.LastToken = now;
            flight.Sender = Number;
            flight.SenderSeat = seat;
            state.Send(seats[seat].Flight, now);
        }
        else
        {
            StartDecoding(seat);
        }
    }

    private void StartDecoding(int number)
    {
        ref Seat seat = ref seats[number];
        ref Flight flight = ref state.Flights.Items[seat.Flight];
        batch.Add(ref seat, number, flight.Output - seat.DoneBefore - 1, flight.IsMeasured);
        if (flight.LastToken != 0)
        {
            resumed.Add(number);
        }
    }

    private void CountGaps(long steps, long now)
    {
        if (steps == 0)
        {
            return;
        }
        long measured = batch.Measured;
        foreach (int seat in resumed)
        {
            ref Flight flight = ref state.Flights.Items[seats[seat].Flight];
            state.Tally.Gap(now - flight.LastToken, flight.IsMeasured ? 1 : 0);
            flight.LastToken = 0;
            measured -= flight.IsMeasured ? 1 : 0;
        }
        resumed.Clear();
        state.Tally.Gaps(stretch, steps, measured);
    }

    private int DoneOf(in Seat seat) => seat.IsDecoding ? seat.DoneBefore + 1 + (int)(batch.Round - seat.StartRound) : seat.DoneBefore;

    // Tokens of the prompt that will not be computed, as the request leaves before.
    private static long Outstanding(in Seat seat) => seat.IsDecoding ? 0 : seat.Prompt - seat.Computed;

    // Out of the batch and the order, its blocks returned.
    private void Leave(int number)
    {
        ref Seat seat = ref seats[number];
        ref Flight flight = ref state.Flights.Items[seat.Flight];
        long grown = 0;
        if (seat.IsDecoding)
        {
            grown = OwnBlocks(seat.Prompt + batch.Round - seat.StartRound, seat.Shared) - seat.Blocks;
            resumed.Remove(number);
            batch.Remove(ref seat, number, flight.IsMeasured);
        }
        seat.Blocks += grown;
        seats.Unlink(number);
        ReturnBlocks(seat);
    }

    private void ReturnBlocks(in Seat seat)
    {
        Blocks.Return(seat.Blocks);
        if (seat.Shared > 0)
        {
            Prefixes.Leave(state.Flights.Items[seat.Flight].Prefix!, seat.Shared);
        }
    }

    private int FreeSeat(int seat)
    {
        int flight = seats[seat].Flight;
        seats.Release(seat);
        return flight;
    }
}
