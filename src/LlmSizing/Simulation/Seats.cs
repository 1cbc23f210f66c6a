using System;

namespace LlmSizing;

/// <summary>The requests that run on a rank, in the order of their admission.</summary>
internal sealed class Seats
{
    private const int None = -1;
    private Seat[] items = new Seat[16];
    private int made;
    private int freed = None;

    public int Count { get; private set; }

    /// <summary>The one that was admitted last, or -1.</summary>
    public int Newest { get; private set; } = None;

    /// <summary>The one that was admitted first, or -1.</summary>
    public int Oldest { get; private set; } = None;

    public ref Seat this[int seat] => ref items[seat];

    public int Add()
    {
        int seat = freed;
        if (seat != None)
        {
            freed = items[seat].Next;
        }
        else
        {
            seat = made++;
            if (seat == items.Length)
            {
                Array.Resize(ref items, seat * 2);
            }
        }
        items[seat] = new Seat { Previous = Newest, Next = None };
        if (Newest != None)
        {
            items[Newest].Next = seat;
        }
        Newest = seat;
        Oldest = Oldest == None ? seat : Oldest;
        Count++;
        return seat;
    }

    /// <summary>Takes the seat out of the order; it stays taken until it is freed.</summary>
    public void Unlink(int seat)
    {
        (int previous, int next) = (items[seat].Previous, items[seat].Next);
        if (previous == None)
        {
            Oldest = next;
        }
        else
        {
            items[previous].Next = next;
        }
        if (next == None)
        {
            Newest = previous;
        }
        else
        {
            items[next].Previous = previous;
        }
        Count--;
    }

    public void Release(int seat)
    {
        items[seat].Next = freed;
        freed = seat;
    }
}

/// <summary>One running request.</summary>
internal struct Seat
{
    public int Flight;
    public int Previous;
    public int Next;

    /// <summary>Tokens to have in the cache before it decodes: the prompt, and what was generated before an interruption.</summary>
    public int Prompt;

    /// <summary>Tokens that are in the cache already while it is not decoding.</summary>
    public int Computed;

    /// <summary>Tokens of the running step.</summary>
    public int Chunk;

    /// <summary>Leading blocks of the prompt that are shared by hash.</summary>
    public int Shared;

    /// <summary>Tokens generated when it was admitted.</summary>
    public int DoneBefore;

    /// <summary>Decode steps of the rank when it began to decode.</summary>
    public long StartRound;

    /// <summary>Blocks of its own when it began to decode.</summary>
    public long Blocks;

    /// <summary>Decode steps of the rank, modulo the block, at which it needs a block more.</summary>
    public int Turn;

    public bool IsDecoding;
}
