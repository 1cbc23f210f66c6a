using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Numerics;
using System.Text.RegularExpressions;

namespace LlmSizing.Commands;

/// <summary>
/// Refuses every number that could be misread. PowerShell itself binds '0,2' as 2, '131.072' as 131, '' as 0 and 65536.5 as 65536.
/// Text is digits with at most one decimal point, in every culture; a point with three digits behind one to three others is
/// refused as well, since half of the world reads thousands there.
/// </summary>
public abstract class StrictNumberAttribute : ArgumentTransformationAttribute
{
    private static readonly Regex Digits = new(@"\A[0-9]{1,28}(\.[0-9]{1,28})?\z", RegexOptions.CultureInvariant);
    private static readonly Regex Thousands = new(@"\A[1-9][0-9]{0,2}\.[0-9]{3}\z", RegexOptions.CultureInvariant);

    private readonly NumberRange range;
    private readonly string example;

    private protected StrictNumberAttribute(NumberRange range, string example)
    {
        this.range = range;
        this.example = example;
    }

    /// <summary>What the parameter takes, in words.</summary>
    private protected abstract string Kind { get; }

    /// <summary>The numbers of an argument: itself, or the items of a flat array or list.</summary>
    private protected object?[] Items(object? input)
    {
        if (Unwrap(input) is not IList list)
        {
            return [input];
        }
        return list.Count > 0 ? list.Cast<object?>().ToArray() : throw Refused("There is no value");
    }

    /// <summary>Reads one number.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It is not a number, or outside the range.</exception>
    private protected decimal Read(object? input)
    {
        object? value = Unwrap(input);
        decimal number = value switch
        {
            byte or sbyte or short or ushort or int or uint or long or ulong or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            BigInteger big when BigInteger.Abs(big) < (BigInteger)decimal.MaxValue => (decimal)big,
            float single => FromFloat(single),
            double real => FromDouble(real),
            string text => FromText(text),
            null => throw Refused("There is no value"),
            _ => throw Refused($"[{value.GetType().Name}] is not a number"),
        };
        return number >= range.Minimum && number <= range.Maximum
            ? number
            : throw Refused(NumberText.AsWritten(number) + " is out of range");
    }

    private protected ArgumentTransformationMetadataException Refused(string what)
    {
        string unit = range.Unit.Length > 0 ? $" of {range.Unit}" : "";
        return new ArgumentTransformationMetadataException(
            $"{what}. Write {Kind}{unit} from {NumberText.AsWritten(range.Minimum)} to {NumberText.AsWritten(range.Maximum)}, such as {example}.");
    }

    private static object? Unwrap(object? input) => input is PSObject wrapped ? wrapped.BaseObject : input;

    // A double carries noise beyond fifteen digits (0.1 + 0.2): the conversion to decimal keeps fifteen, the rounding nine places.
    private decimal FromDouble(double value) => Math.Abs(value) < 1e15
        ? decimal.Round((decimal)value, Billionths.Places)
        : throw Refused(value.ToString(CultureInfo.InvariantCulture) + " is out of range");

    // A float that is not whole carries noise beyond seven digits (0.2f is 0.200000003 as a double); a whole one is exact.
    private decimal FromFloat(float value) => Math.Abs(value) < 1e15f && Math.Truncate(value) != value
        ? (decimal)value
        : FromDouble(value);

    private decimal FromText(string text)
    {
        string trimmed = text.Trim(' ');
        if (Thousands.IsMatch(trimmed))
        {
            throw Refused($"'{trimmed}' can be read as {trimmed.Replace(".", "")} or as the decimal {trimmed}0: write one of these");
        }
        return Digits.IsMatch(trimmed) && decimal.TryParse(trimmed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : throw Refused($"'{(text.Length > 40 ? text.Substring(0, 40) + "..." : text)}' is not a number");
    }
}
