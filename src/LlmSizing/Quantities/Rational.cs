using System;
using System.Numerics;

namespace LlmSizing;

/// <summary>An exact fraction, for numbers that are shown: rounding happens once, on the exact value.</summary>
public readonly struct Rational
{
    /// <summary>Creates numerator / denominator.</summary>
    /// <param name="numerator">Any integer.</param>
    /// <param name="denominator">Greater than zero.</param>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>The numerator; carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, greater than zero.</summary>
    public BigInteger Denominator { get; }

    /// <summary>A whole number.</summary>
    public static Rational Whole(BigInteger value) => new(value, BigInteger.One);

    /// <summary>A decimal that is held in billionths.</summary>
    public static Rational FromBillionths(long billionths) => new(billionths, Billionths.One);

    /// <summary>The product.</summary>
    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The product; see the operator.</summary>
    public static Rational Multiply(Rational left, Rational right) => left * right;

    /// <summary>The difference; see the operator.</summary>
    public static Rational Subtract(Rational left, Rational right) => left - right;

    /// <summary>
    /// The value times 10^<paramref name="places"/>, rounded to the nearest integer; a tie goes to the even one
    /// (IEEE 754 roundTiesToEven, which the tool that wrote the seed report uses).
    /// </summary>
    public BigInteger RoundScaled(int places)
    {
        BigInteger scaled = BigInteger.Abs(Numerator) * BigInteger.Pow(10, places);
        BigInteger quotient = BigInteger.DivRem(scaled, Denominator, out BigInteger remainder);
        int half = (remainder * 2).CompareTo(Denominator);
        if (half > 0 || (half == 0 && !quotient.IsEven))
        {
            quotient += BigInteger.One;
        }
        return Numerator.Sign < 0 ? -quotient : quotient;
    }

    /// <summary>The nearest double, for the edge of the program; a tie goes to the even one.</summary>
    public double ToDouble()
    {
        if (Numerator.IsZero)
        {
            return 0;
        }
        BigInteger dividend = BigInteger.Abs(Numerator);
        BigInteger divisor = Denominator;
        // A quotient of about 58 bits, the last of which stands for all that lies below: a double keeps 53, and the rest decides how the conversion rounds.
        int shift = 58 - (int)(BigInteger.Log(dividend, 2) - BigInteger.Log(divisor, 2));
        if (shift > 0)
        {
            dividend <<= shift;
        }
        else
        {
            divisor <<= -shift;
        }
        long bits = (long)BigInteger.DivRem(dividend, divisor, out BigInteger remainder) | (remainder.IsZero ? 0L : 1L);
        return Numerator.Sign * (double)bits * Math.Pow(2, -shift);
    }
}
