using System;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A degree of parallelism, or <c>auto</c>, which is held as 0.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParallelismOrAutoAttribute : StrictNumberAttribute
{
    /// <summary>The degree that stands for auto.</summary>
    internal const long Auto = 0;

    /// <summary>Creates the attribute.</summary>
    public ParallelismOrAutoAttribute() : base(Limits.Parallelism, "8")
    {
    }

    private protected override string Kind => "auto or a whole number";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Array.ConvertAll(Items(inputData), ReadDegree);

    private long ReadDegree(object? input)
    {
        object? value = input is PSObject wrapped ? wrapped.BaseObject : input;
        if (value is string text && string.Equals(text.Trim(), "auto", StringComparison.OrdinalIgnoreCase))
        {
            return Auto;
        }
        decimal number = Read(input);
        return decimal.Truncate(number) == number ? (long)number : throw Refused($"{NumberText.AsWritten(number)} is not whole");
    }
}
