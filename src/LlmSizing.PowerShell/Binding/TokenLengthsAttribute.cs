using System;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Tokens of a prompt or an answer: whole numbers, or distributions such as lognormal(1200,0.8); the property is an array of <see cref="TokenLengths"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TokenLengthsAttribute : StrictNumberAttribute
{
    private readonly string name;

    /// <summary>Creates the attribute.</summary>
    /// <param name="name">The parameter's name, for the error.</param>
    public TokenLengthsAttribute(string name) : base(Limits.RequestTokens, "1200 or lognormal(1200,0.8)") => this.name = name;

    private protected override string Kind => "a whole number or a distribution";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Array.ConvertAll(Items(inputData), ReadLengths);

    private TokenLengths ReadLengths(object? input)
    {
        object? value = input is PSObject wrapped ? wrapped.BaseObject : input;
        switch (value)
        {
            case TokenLengths lengths:
                return lengths;
            case string text when text.IndexOf('(') > 0:
                return Parsed(text);
            default:
                decimal number = Read(input);
                return decimal.Truncate(number) == number ? Parsed(NumberText.AsWritten(number)) : throw Refused($"{NumberText.AsWritten(number)} is not whole");
        }
    }

    private TokenLengths Parsed(string text)
    {
        try
        {
            return TokenLengths.Parse(text, name);
        }
        catch (SizingException error)
        {
            throw Refused(error.Message.TrimEnd('.'));
        }
    }
}
