using System;

namespace LlmSizing;

/// <summary>
/// Logarithm, exponential and the quantile of the normal distribution out of + − × ÷ and the square root alone. IEEE 754 fixes those to the last bit;
/// <see cref="Math.Log(double)"/> and <see cref="Math.Exp"/> are the C library's and differ between runtimes.
/// </summary>
public static class PortableMath
{
    // ln 2 in two parts: the upper has 32 trailing zero bits, so that its product with an exponent is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Sqrt2 = 1.41421356237309504880;

    /// <summary>The double of a decimal of at most nine places: one rounding or two, the same on every runtime, which the cast does not promise.</summary>
    /// <exception cref="SizingException">More than nine places, or more than 9.2 x 10^9.</exception>
    public static double ToDouble(decimal value) => Billionths.From(value, "Number") / (double)Billionths.One;

    /// <summary>A whole power, by squaring.</summary>
    /// <param name="number">The base.</param>
    /// <param name="exponent">At least 0.</param>
    internal static double Power(double number, long exponent)
    {
        double result = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1)
            {
                result *= number;
            }
            number *= number;
        }
        return result;
    }

    /// <summary>The natural logarithm, within two units in the last place.</summary>
    /// <param name="value">Greater than zero, normal and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Any other value.</exception>
    public static double Log(double value)
    {
        if (!(value >= 2.2250738585072014e-308) || double.IsInfinity(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value));
        }
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > Sqrt2)
        {
            mantissa *= 0.5;
            exponent++;
        }
        // ln m = 2 artanh((m − 1) / (m + 1)); the square is below 0.0295, so that eleven terms of the series reach the last bit.
        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double sum = 0;
        for (int odd = 23; odd >= 3; odd -= 2)
        {
            sum = (sum + (1.0 / odd)) * square;
        }
        return (exponent * Ln2High) + ((2 * s) + ((2 * s * sum) + (exponent * Ln2Low)));
    }

    /// <summary>e to a power, within two units in the last place; 0 below −708, infinite above 709.</summary>
    public static double Exp(double power)
    {
        if (!(power >= -708))
        {
            return double.IsNaN(power) ? power : 0;
        }
        if (power > 709)
        {
            return double.PositiveInfinity;
        }
        double exponent = Math.Floor((power / (Ln2High + Ln2Low)) + 0.5);
        double rest = power - (exponent * Ln2High) - (exponent * Ln2Low);
        // The rest is below 0.347: fourteen terms of the series reach the last bit.
        double sum = 1;
        for (int term = 14; term >= 2; term--)
        {
            sum = 1 + (rest / term * sum);
        }
        return (1 + (rest * sum)) * BitConverter.Int64BitsToDouble(((long)exponent + 1023) << 52);
    }

    /// <summary>The value below which a standard normal variable lies with a probability, to about 16 digits.</summary>
    /// <remarks>M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37 (1988), PPND16.</remarks>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Any other value.</exception>
    public static double NormalQuantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability));
        }
        double q = probability - 0.5;
        if (q is >= -0.425 and <= 0.425)
        {
            double centre = 0.180625 - (q * q);
            return q * Centre(centre);
        }
        double r = Math.Sqrt(-Log(q < 0 ? probability : 1 - probability));
        double tail = r <= 5 ? Shoulder(r - 1.6) : Tail(r - 5);
        return q < 0 ? -tail : tail;
    }

    private static double Centre(double r) =>
        ((((((((((((((2.5090809287301226727e3 * r) + 3.3430575583588128105e4) * r) + 6.7265770927008700853e4) * r) + 4.5921953931549871457e4) * r)
            + 1.3731693765509461125e4) * r) + 1.9715909503065514427e3) * r) + 1.3314166789178437745e2) * r) + 3.3871328727963666080)
        / ((((((((((((((5.2264952788528545610e3 * r) + 2.8729085735721942674e4) * r) + 3.9307895800092710610e4) * r) + 2.1213794301586595867e4) * r)
            + 5.3941960214247511077e3) * r) + 6.8718700749205790830e2) * r) + 4.2313330701600911252e1) * r) + 1);

    private static double Shoulder(double r) =>
        ((((((((((((((7.74545014278341407640e-4 * r) + 2.27238449892691845833e-2) * r) + 2.41780725177450611770e-1) * r) + 1.27045825245236838258) * r)
            + 3.64784832476320460504) * r) + 5.76949722146069140550) * r) + 4.63033784615654529590) * r) + 1.42343711074968357734)
        / ((((((((((((((1.05075007164441684324e-9 * r) + 5.47593808499534494600e-4) * r) + 1.51986665636164571966e-2) * r) + 1.48103976427480074590e-1) * r)
            + 6.89767334985100004550e-1) * r) + 1.67638483018380384940) * r) + 2.05319162663775882187) * r) + 1);

    private static double Tail(double r) =>
        ((((((((((((((2.01033439929228813265e-7 * r) + 2.71155556874348757815e-5) * r) + 1.24266094738807843860e-3) * r) + 2.65321895265761230930e-2) * r)
            + 2.96560571828504891230e-1) * r) + 1.78482653991729133580) * r) + 5.46378491116411436990) * r) + 6.65790464350110377720)
        / ((((((((((((((2.04426310338993978564e-15 * r) + 1.42151175831644588870e-7) * r) + 1.84631831751005468180e-5) * r) + 7.86869131145613259100e-4) * r)
            + 1.48753612908506148525e-2) * r) + 1.36929880922735805310e-1) * r) + 5.99832206555887937690e-1) * r) + 1);
}
