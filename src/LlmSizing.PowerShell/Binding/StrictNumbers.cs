using System;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A parameter of whole numbers; the property is an array of <see cref="long"/>.</summary>
public abstract class StrictIntegerAttribute : StrictNumberAttribute
{
    private protected StrictIntegerAttribute(NumberRange range, string example) : base(range, example)
    {
    }

    private protected override string Kind => "a whole number";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Array.ConvertAll(Items(inputData), ReadWhole);

    private long ReadWhole(object? input)
    {
        decimal number = Read(input);
        return decimal.Truncate(number) == number ? (long)number : throw Refused($"{NumberText.AsWritten(number)} is not whole");
    }
}

/// <summary>A parameter of decimals with at most nine places; the property is an array of <see cref="decimal"/>.</summary>
public abstract class StrictDecimalAttribute : StrictNumberAttribute
{
    private protected StrictDecimalAttribute(NumberRange range, string example) : base(range, example)
    {
    }

    private protected override string Kind => "a number";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Array.ConvertAll(Items(inputData), ReadDecimal);

    private decimal ReadDecimal(object? input)
    {
        decimal number = Read(input);
        return decimal.Round(number, Billionths.Places) == number ? number : throw Refused($"{NumberText.AsWritten(number)} has more than nine decimals");
    }
}
