using System;

namespace LlmSizing;

/// <summary>A stream of chance that gives the same bits for the same seed on every machine and runtime. Not for secrets; not for several threads.</summary>
/// <remarks>
/// xoshiro256** 1.0 with its state filled by SplitMix64 (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators",
/// ACM Transactions on Mathematical Software 47, 2021; both algorithms are in the public domain).
/// </remarks>
public sealed class SeededRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="stream">Which of the seed's streams: draws of one do not depend on how many another has made.</param>
    public SeededRandom(long seed, long stream = 0)
    {
        ulong state = stream == 0 ? (ulong)seed : Mixed((ulong)seed + Mixed((ulong)stream));
        s0 = Mixed(state += GoldenGamma);
        s1 = Mixed(state += GoldenGamma);
        s2 = Mixed(state += GoldenGamma);
        s3 = Mixed(state + GoldenGamma);
    }

    /// <summary>Goes on from a state of which one word at least is not zero.</summary>
    /// <param name="s0">The first word.</param>
    /// <param name="s1">The second word.</param>
    /// <param name="s2">The third word.</param>
    /// <param name="s3">The fourth word.</param>
    public SeededRandom(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /// <summary>64 bits.</summary>
    public ulong NextBits()
    {
        ulong result = Rotated(s1 * 5, 7) * 9;
        ulong shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Rotated(s3, 45);
        return result;
    }

    /// <summary>A number above 0 and below 1, one of 2^52 at equal distances: neither end is ever drawn, so that every quantile is finite.</summary>
    public double NextDouble() => ((NextBits() >> 12) + 0.5) * (1.0 / (1L << 52));

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1, each equally likely.</summary>
    /// <param name="count">Greater than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not greater than zero.</exception>
    public long NextBelow(long count)
    {
        if (count < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(count));
        }
        ulong bound = (ulong)count;
        // What is left of 2^64 when it is dealt out in whole rounds would make the small numbers likelier: those draws are thrown away.
        ulong left = (0 - bound) % bound;
        ulong bits = NextBits();
        while (bits < left)
        {
            bits = NextBits();
        }
        return (long)(bits % bound);
    }

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static ulong Rotated(ulong value, int bits) => (value << bits) | (value >> (64 - bits));
}
