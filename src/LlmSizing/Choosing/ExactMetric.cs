using System;
using System.Numerics;

namespace LlmSizing;

/// <summary>The numbers of a metric as exact fractions, so that a percentage is rounded once.</summary>
internal sealed class ExactMetric
{
    private const int MantissaBits = 52;

    internal ExactMetric(Metric metric) => Metric = metric;

    internal Metric Metric { get; }

    /// <summary>The number of a result: bytes where the metric has them; null where the result has no number.</summary>
    internal Rational? Of(ScenarioResult result) => !Metric.AppliesTo(result) ? null
        : Metric.Bytes(result) is long bytes ? Rational.Whole(bytes)
        : Metric.Value(result) switch
        {
            long count => Rational.Whole(count),
            decimal number => OfDecimal(number),
            double number when !double.IsNaN(number) && !double.IsInfinity(number) => OfDouble(number),
            _ => null,
        };

    private static Rational OfDecimal(decimal number)
    {
        int[] bits = decimal.GetBits(number);
        decimal digits = new(bits[0], bits[1], bits[2], number < 0, 0);
        return new Rational((BigInteger)digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    private static Rational OfDouble(double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        int stored = (int)((bits >> MantissaBits) & 0x7FF);
        BigInteger mantissa = (bits & ((1L << MantissaBits) - 1)) | (stored == 0 ? 0 : 1L << MantissaBits);
        int exponent = Math.Max(stored, 1) - 1023 - MantissaBits;
        BigInteger numerator = number < 0 ? -mantissa : mantissa;
        return exponent >= 0 ? Rational.Whole(numerator << exponent) : new Rational(numerator, BigInteger.One << -exponent);
    }
}
