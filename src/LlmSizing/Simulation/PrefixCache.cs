using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Blocks of prompts by their hash, shared by requests that begin alike; those that no request uses are given up in the order in which they were last used.</summary>
internal sealed class PrefixCache
{
    /// <summary>Tokens of a hashed block in Mooncake's traces (arXiv 2407.00079).</summary>
    public const int Tokens = 512;

    private const int None = -1;
    private readonly Dictionary<long, int> found = [];
    private readonly BlockPool pool;
    private readonly long blocksEach;
    private Node[] nodes = new Node[64];
    private int made;
    private int freed = None;
    private int oldest = None;
    private int newest = None;

    public PrefixCache(BlockPool pool, long blockTokens)
    {
        this.pool = pool;
        blocksEach = Tokens / blockTokens;
    }

    /// <summary>Leading blocks of a prompt that are held.</summary>
    public int Match(IReadOnlyList<long> hashes, int count)
    {
        int matched = 0;
        while (matched < count && found.ContainsKey(hashes[matched]))
        {
            matched++;
        }
        return matched;
    }

    /// <summary>Cache blocks that using a prompt's blocks would take of the free ones.</summary>
    public long Needs(IReadOnlyList<long> hashes, int count)
    {
        long needed = 0;
        for (int i = 0; i < count; i++)
        {
            needed += found.TryGetValue(hashes[i], out int node) && nodes[node].Users > 0 ? 0 : blocksEach;
        }
        return needed;
    }

    /// <summary>Uses a prompt's blocks.</summary>
    public void Use(IReadOnlyList<long> hashes, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!found.TryGetValue(hashes[i], out int node))
            {
                node = Make(hashes[i]);
                pool.Take(blocksEach);
            }
            else if (nodes[node].Users == 0)
            {
                Unlink(node);
                pool.Keep(-blocksEach);
            }
            nodes[node].Users++;
        }
        GiveUp();
    }

    /// <summary>Leaves a prompt's blocks, the last first, so that the beginnings are kept longest.</summary>
    public void Leave(IReadOnlyList<long> hashes, int count)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            int node = found[hashes[i]];
            if (--nodes[node].Users == 0)
            {
                Append(node);
                pool.Keep(blocksEach);
            }
        }
    }

    /// <summary>Gives blocks up until what is in use has its room.</summary>
    public void GiveUp()
    {
        while (pool.Used + pool.Kept > pool.Capacity)
        {
            int node = oldest;
            Unlink(node);
            found.Remove(nodes[node].Hash);
            nodes[node].Next = freed;
            freed = node;
            pool.Forget(blocksEach);
        }
    }

    private int Make(long hash)
    {
        int node = freed;
        if (node != None)
        {
            freed = nodes[node].Next;
        }
        else
        {
            node = made++;
            if (node == nodes.Length)
            {
                Array.Resize(ref nodes, node * 2);
            }
        }
        nodes[node] = new Node { Hash = hash };
        found.Add(hash, node);
        return node;
    }

    private void Append(int node)
    {
        nodes[node].Previous = newest;
        nodes[node].Next = None;
        if (newest != None)
        {
            nodes[newest].Next = node;
        }
        newest = node;
        oldest = oldest == None ? node : oldest;
    }

    private void Unlink(int node)
    {
        (int previous, int next) = (nodes[node].Previous, nodes[node].Next);
        if (previous == None)
        {
            oldest = next;
        }
        else
        {
            nodes[previous].Next = next;
        }
        if (next == None)
        {
            newest = previous;
        }
        else
        {
            nodes[next].Previous = previous;
        }
    }

    private struct Node
    {
        public long Hash;
        public long Users;
        public int Previous;
        public int Next;
    }
}
