using System;
using System.Numerics;

namespace LlmSizing.Tests.Planning;

/// <summary>The oracle's own exact number; shares no code with what it judges.</summary>
internal readonly record struct Fraction(BigInteger Top, BigInteger Bottom)
{
    public static implicit operator Fraction(BigInteger value) => new(value, 1);

    public static implicit operator Fraction(long value) => new(value, 1);

    public static implicit operator Fraction(decimal value)
    {
        int[] bits = decimal.GetBits(value);
        BigInteger digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

    public static Fraction operator /(Fraction a, Fraction b) => b.Top.Sign > 0 ? new(a.Top * b.Bottom, a.Bottom * b.Top) : throw new DivideByZeroException();

    public static bool operator <(Fraction a, Fraction b) => a.Top * b.Bottom < b.Top * a.Bottom;

    public static bool operator >(Fraction a, Fraction b) => b < a;

    public static Fraction Max(Fraction a, Fraction b) => a < b ? b : a;

    public static Fraction Min(Fraction a, Fraction b) => a < b ? a : b;

    public BigInteger Floor()
    {
        BigInteger whole = BigInteger.DivRem(Top, Bottom, out BigInteger rest);
        return rest.Sign < 0 ? whole - 1 : whole;
    }

    public BigInteger Ceiling() => -new Fraction(-Top, Bottom).Floor();

    public bool Equals(Fraction other) => Top * other.Bottom == other.Top * Bottom;

    public override int GetHashCode() => throw new NotSupportedException("Fractions are not reduced.");
}
