namespace LlmSizing;

/// <summary>A number in a range; what is not known is left out, never written as zero.</summary>
internal abstract class NumberField<T> : Field<T> where T : struct
{
    protected NumberField(string name, bool isRequired, decimal minimum, decimal maximum, bool isMinimumExcluded, string unit, string description)
        : base(name, isRequired, description)
    {
        Minimum = minimum;
        Maximum = maximum;
        IsMinimumExcluded = isMinimumExcluded;
        Unit = unit;
    }

    public decimal Minimum { get; }

    public decimal Maximum { get; }

    /// <summary>The minimum itself is refused.</summary>
    public bool IsMinimumExcluded { get; }

    /// <summary>The unit, or nothing for a ratio.</summary>
    public string Unit { get; }

    public override string Expected
    {
        get
        {
            string range = IsMinimumExcluded ? $"above {NumberText.AsWritten(Minimum)}, up to {NumberText.AsWritten(Maximum)}" : $"from {NumberText.AsWritten(Minimum)} to {NumberText.AsWritten(Maximum)}";
            return $"a {Noun} {range}{(Unit.Length == 0 ? "" : " " + Unit)}";
        }
    }

    protected abstract string Noun { get; }

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ScalarNode scalar)
        {
            return WrongType(value, place);
        }
        bool isNumber = NumberSyntax.IsNumber(scalar.Text);
        if (!scalar.IsPlain)
        {
            return WrongType(value, place, isNumber ? $"Write {scalar.Text} without quotes." : null);
        }
        if (!isNumber)
        {
            string? rewritten = NumberSyntax.Rewrite(scalar.Text);
            return Refuse(
                scalar, place, ProblemCodes.NotANumber, "not a number in plain digits",
                rewritten is null ? $"Write {Expected}, in digits, with a point before decimals." : $"Write {rewritten}.");
        }
        return ReadNumber(scalar, place);
    }

    /// <summary>The number, or null when it was refused.</summary>
    protected abstract object? ReadNumber(ScalarNode value, Place place);

    /// <summary>The number where it is in the range.</summary>
    protected decimal? InRange(ScalarNode value, Place place)
    {
        if (!NumberSyntax.IsHuge(value.Text))
        {
            decimal number = NumberSyntax.Parse(value.Text);
            if (number <= Maximum && (IsMinimumExcluded ? number > Minimum : number >= Minimum))
            {
                return number;
            }
        }
        Refuse(value, place, ProblemCodes.OutOfRange, "out of range", IsRequired ? $"Write {Expected}." : $"Write {Expected}, or leave the field out where it is not known.");
        return null;
    }

    protected object? Refuse(ScalarNode value, Place place, string code, string what, string suggestion)
    {
        place.Refuse(value, Name, code, $"{Name} is {value.Kind}, {what}.", suggestion);
        return null;
    }
}

/// <summary>A whole number.</summary>
internal sealed class IntegerField : NumberField<long>
{
    public IntegerField(string name, bool isRequired, long minimum, long maximum, string unit, string description)
        : base(name, isRequired, minimum, maximum, false, unit, description)
    {
    }

    protected override string Noun => "whole number";

    protected override object? ReadNumber(ScalarNode value, Place place)
    {
        if (value.Text.IndexOf('.') >= 0)
        {
            string whole = value.Text.Substring(0, value.Text.IndexOf('.'));
            return Refuse(
                value, place, ProblemCodes.NotWhole, "not a whole number in plain digits",
                NumberSyntax.Decimals(value.Text) == 0 ? $"Write {whole}." : $"Write {Expected}.");
        }
        return InRange(value, place) is decimal number ? (long)number : null;
    }
}

/// <summary>A number of at most nine decimals, exact.</summary>
internal sealed class DecimalField : NumberField<decimal>
{
    public DecimalField(string name, bool isRequired, decimal minimum, decimal maximum, bool isMinimumExcluded, string unit, string description)
        : base(name, isRequired, minimum, maximum, isMinimumExcluded, unit, description)
    {
    }

    protected override string Noun => "number";

    protected override object? ReadNumber(ScalarNode value, Place place)
    {
        if (NumberSyntax.Decimals(value.Text) > Billionths.Places)
        {
            string nine = value.Text.Substring(0, value.Text.IndexOf('.') + 1 + Billionths.Places);
            return Refuse(value, place, ProblemCodes.TooManyDecimals, "a number of more than nine decimals", $"Write at most nine, such as {nine}.");
        }
        return InRange(value, place);
    }
}
