using System.Globalization;
using System.Linq;

namespace LlmSizing;

/// <summary>
/// How an uncertain number is spread: <c>500</c>, <c>normal(500,50)</c>, <c>lognormal(500,0.3)</c>, <c>uniform(400,600)</c>,
/// <c>triangular(400,500,700)</c> or <c>exponential(500)</c>. Draws are the same bits on every machine and runtime.
/// </summary>
public abstract class Distribution
{
    private const int LongestText = 200;

    private static readonly NumberRange Argument = new("Distribution", -1_000_000_000, 1_000_000_000, "");

    private readonly string text;

    private protected Distribution(string text) => this.text = text;

    /// <summary>The mean.</summary>
    public abstract double Mean { get; }

    /// <summary>The value below which the number lies with a probability.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    public abstract double Quantile(double probability);

    /// <summary>One draw, which takes one number of the stream.</summary>
    public double Sample(SeededRandom random) => Quantile(random.NextDouble());

    /// <summary>Reads a distribution, or a plain number that does not vary.</summary>
    /// <param name="text">The text: numbers with a point for decimals, at most nine of them, from −10^9 to 10^9.</param>
    /// <param name="name">The input's name, for the error.</param>
    /// <exception cref="SizingException">Anything else; says what to write.</exception>
    public static Distribution Parse(string text, string name)
    {
        string written = text.Trim();
        if (written.Length > LongestText)
        {
            throw new SizingException(name, $"{name} is a text of {written.Length} characters: write a number or a distribution such as lognormal(500,0.3).");
        }
        int open = written.IndexOf('(');
        if (open < 0)
        {
            return new ConstantDistribution(Number(written, written, name));
        }
        string family = written.Substring(0, open).TrimEnd();
        DistributionFamily? found = DistributionFamily.All.FirstOrDefault(known => string.Equals(known.Name, family, System.StringComparison.OrdinalIgnoreCase));
        if (found is null || written[written.Length - 1] != ')')
        {
            throw NotRead(written, name);
        }
        string[] parts = written.Substring(open + 1, written.Length - open - 2).Split(',');
        if (parts.Length != found.Arguments.Count)
        {
            throw new SizingException(name, $"{name}: '{written}' has {parts.Length} number(s), and {found} takes {found.Arguments.Count}. Decimals take a point.");
        }
        return found.Create(name, [.. parts.Select(part => Number(part.Trim(), written, name))]);
    }

    /// <summary>The distribution as it is written.</summary>
    public override string ToString() => text;

    private static decimal Number(string part, string written, string name)
    {
        if (!decimal.TryParse(part, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            throw NotRead(written, name);
        }
        if (value < Argument.Minimum || value > Argument.Maximum)
        {
            throw new SizingException(name, $"{name}: {part} in '{written}' is outside {Argument}.");
        }
        // Refuses more than nine decimals, which the draws could not tell apart.
        return Billionths.ToDecimal(Billionths.From(value, name));
    }

    private static SizingException NotRead(string written, string name) => new(
        name, $"{name}: '{written}' is not a distribution. Write a number, or one of {string.Join(", ", DistributionFamily.All)}, with a point for decimals.");
}
