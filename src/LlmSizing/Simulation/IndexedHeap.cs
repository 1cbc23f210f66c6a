using System;

namespace LlmSizing;

/// <summary>A binary heap of small numbers by key, the least first; an item's key can be changed or removed. Equal keys come in the order of the numbers.</summary>
internal sealed class IndexedHeap
{
    private const int Absent = -1;
    private int[] heap = new int[16];
    private int[] place = [];
    private long[] keys = [];

    public int Count { get; private set; }

    public int Least => heap[0];

    public long LeastKey => keys[heap[0]];

    public long KeyOf(int item) => keys[item];

    public bool Has(int item) => item < place.Length && place[item] != Absent;

    public void Set(int item, long key)
    {
        Grow(item);
        if (place[item] == Absent)
        {
            if (Count == heap.Length)
            {
                Array.Resize(ref heap, Count * 2);
            }
            place[item] = Count;
            heap[Count++] = item;
        }
        keys[item] = key;
        Down(Up(place[item]));
    }

    public void Remove(int item)
    {
        int hole = place[item];
        place[item] = Absent;
        int last = heap[--Count];
        if (hole < Count)
        {
            heap[hole] = last;
            place[last] = hole;
            Down(Up(hole));
        }
    }

    private void Grow(int item)
    {
        int before = place.Length;
        if (item >= before)
        {
            int size = Math.Max(item + 1, Math.Max(16, before * 2));
            Array.Resize(ref place, size);
            Array.Resize(ref keys, size);
            for (int i = before; i < size; i++)
            {
                place[i] = Absent;
            }
        }
    }

    private bool IsBefore(int left, int right) => keys[left] < keys[right] || (keys[left] == keys[right] && left < right);

    private int Up(int at)
    {
        while (at > 0 && IsBefore(heap[at], heap[(at - 1) / 2]))
        {
            Swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
        return at;
    }

    private void Down(int at)
    {
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= Count)
            {
                return;
            }
            if (child + 1 < Count && IsBefore(heap[child + 1], heap[child]))
            {
                child++;
            }
            if (!IsBefore(heap[child], heap[at]))
            {
                return;
            }
            Swap(at, child);
            at = child;
        }
    }

    private void Swap(int a, int b)
    {
        (heap[a], heap[b]) = (heap[b], heap[a]);
        place[heap[a]] = a;
        place[heap[b]] = b;
    }
}
