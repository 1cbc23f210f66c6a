namespace LlmSizing;

/// <summary>A queue of numbers that can be put back at its front.</summary>
internal sealed class RingBuffer
{
    private int[] items = new int[16];
    private int head;

    public int Count { get; private set; }

    public int First => items[head];

    public void Append(int item)
    {
        Grow();
        items[(head + Count++) & (items.Length - 1)] = item;
    }

    public void Prepend(int item)
    {
        Grow();
        head = (head - 1) & (items.Length - 1);
        items[head] = item;
        Count++;
    }

    public int Take()
    {
        int item = items[head];
        head = (head + 1) & (items.Length - 1);
        Count--;
        return item;
    }

    // The length stays a power of two, so that a mask wraps around.
    private void Grow()
    {
        if (Count < items.Length)
        {
            return;
        }
        var larger = new int[items.Length * 2];
        for (int i = 0; i < Count; i++)
        {
            larger[i] = items[(head + i) & (items.Length - 1)];
        }
        items = larger;
        head = 0;
    }
}
