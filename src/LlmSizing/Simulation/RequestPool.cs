using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The requests that are in the system: as many places as there ever were at the same time.</summary>
internal sealed class RequestPool
{
    private const int None = -1;
    private int made;
    private int freed = None;

    public Flight[] Items { get; private set; } = new Flight[64];

    public int Count { get; private set; }

    public int Add(in Flight flight)
    {
        int place = freed;
        if (place != None)
        {
            freed = Items[place].Next;
        }
        else
        {
            place = made++;
            if (place == Items.Length)
            {
                Flight[] larger = Items;
                Array.Resize(ref larger, place * 2);
                Items = larger;
            }
        }
        Items[place] = flight;
        Count++;
        return place;
    }

    public void Remove(int place)
    {
        Items[place] = new Flight { Next = freed };
        freed = place;
        Count--;
    }
}

/// <summary>One request on its way.</summary>
internal struct Flight
{
    /// <summary>When it came, in nanoseconds.</summary>
    public long Arrival;

    /// <summary>When its first token came out.</summary>
    public long FirstToken;

    /// <summary>When the token came out after which it was interrupted; 0 while it is not.</summary>
    public long LastToken;

    /// <summary>When it was last put in a queue.</summary>
    public long Queued;

    public int Input;

    public int Output;

    /// <summary>Tokens that it has got.</summary>
    public int Done;

    /// <summary>Where its cache lies while it is sent: the prefill rank and the seat there.</summary>
    public int Sender;

    public int SenderSeat;

    /// <summary>The next free place, where this is one.</summary>
    public int Next;

    /// <summary>Whether its cache has come from a prefill rank, so that nothing is to be computed.</summary>
    public bool HasCache;

    /// <summary>Whether it counts, not being of the warm-up.</summary>
    public bool IsMeasured;

    public IReadOnlyList<long>? Prefix;
}
