namespace LlmSizing;

/// <summary>A number that was measured on running engines, with its evidence.</summary>
public sealed class CalibrationConstant
{
    /// <summary>Creates the constant.</summary>
    /// <param name="name">Its name, one of <see cref="CalibrationNames.All"/>.</param>
    /// <param name="value">Its value.</param>
    /// <param name="errorPercent">How far a case may lie off, in percent.</param>
    /// <param name="cases">Cases that it was measured on.</param>
    /// <param name="evidence">Where they come from.</param>
    /// <exception cref="SizingException">The name is not known, or a number is negative.</exception>
    public CalibrationConstant(string name, decimal value, decimal errorPercent, long cases, string evidence)
    {
        Name = CalibrationNames.Contains(name) ? name : throw new SizingException("constant", $"'{name}' is not one of {string.Join(", ", CalibrationNames.All)}.");
        Value = value >= 0 ? value : throw new SizingException("value", $"value of {name} is {NumberText.AsWritten(value)}: write a number of at least 0.");
        ErrorPercent = errorPercent >= 0 ? errorPercent : throw new SizingException("error_percent", $"error_percent of {name} is {NumberText.AsWritten(errorPercent)}: write a number of at least 0.");
        Cases = cases >= 0 ? cases : throw new SizingException("cases", $"cases of {name} is {NumberText.Plain(cases)}: write a whole number of at least 0.");
        Evidence = evidence;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The value.</summary>
    public decimal Value { get; }

    /// <summary>How far a case may lie off, in percent.</summary>
    public decimal ErrorPercent { get; }

    /// <summary>Cases that it was measured on.</summary>
    public long Cases { get; }

    /// <summary>Where they come from.</summary>
    public string Evidence { get; }

    /// <summary>The value in bytes, where it is one of GiB.</summary>
    internal long GibBytes => (long)(Value * ByteUnits.GiB);

    /// <summary>The name and the value.</summary>
    public override string ToString() => $"{Name} {NumberText.AsWritten(Value)}";
}
