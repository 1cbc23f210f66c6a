namespace LlmSizing;

/// <summary>Tokens of a request: a number, or how they are spread, such as <c>lognormal(1200,0.8)</c>.</summary>
internal sealed class TokensField : Field<object>
{
    /// <summary>The form of a distribution, for schemas.</summary>
    public const string Pattern = @"^[a-zA-Z]+\(.+\)$";

    public TokensField(IntegerField number)
        : base(number.Name, isRequired: false, number.Description) => Number = number;

    public IntegerField Number { get; }

    public override string Expected => $"{Number.Expected}, or a distribution such as lognormal(1200,0.8)";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ScalarNode scalar || scalar.Text.IndexOf('(') < 0)
        {
            return Number.Read(value, place);
        }
        try
        {
            return Distribution.Parse(scalar.Text, Name).ToString();
        }
        catch (SizingException error)
        {
            place.Refuse(value, Name, ProblemCodes.BadText, Shown.Plain(error.Message), $"Write {Expected}.");
            return null;
        }
    }
}
