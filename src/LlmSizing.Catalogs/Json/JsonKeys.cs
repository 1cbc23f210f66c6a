using System;
using System.Text;

namespace LlmSizing;

/// <summary>Finds keys that come twice in an object, in time that no choice of keys makes quadratic.</summary>
/// <remarks>64-bit FNV-1a hashes, sorted at the object's end. Two keys of one hash are refused like equal ones: among a million keys that happens by chance once in 10^7 files.</remarks>
internal sealed class JsonKeys
{
    private ulong[] hashes = new ulong[64];
    private int count;

    /// <summary>Where the keys of the next object begin.</summary>
    public int Mark => count;

    public void Add(byte[] text, JsonToken key)
    {
        if (count == hashes.Length)
        {
            Array.Resize(ref hashes, 2 * count);
        }
        hashes[count++] = key.HasEscape ? HashOf(Encoding.UTF8.GetBytes(JsonText.Decode(text, key.Start, key.Length))) : HashOf(text, key.Start, key.Length);
    }

    /// <summary>Takes the keys from a mark on away; true when two are alike.</summary>
    public bool Take(int mark)
    {
        Array.Sort(hashes, mark, count - mark);
        bool isTwice = false;
        for (int i = mark + 1; i < count; i++)
        {
            isTwice |= hashes[i] == hashes[i - 1];
        }
        count = mark;
        return isTwice;
    }

    private static ulong HashOf(byte[] text) => HashOf(text, 0, text.Length);

    private static ulong HashOf(byte[] text, int start, int length)
    {
        ulong hash = 14695981039346656037;
        for (int i = start; i < start + length; i++)
        {
            hash = unchecked((hash ^ text[i]) * 1099511628211);
        }
        return hash;
    }
}
