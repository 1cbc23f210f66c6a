namespace LlmSizing;

/// <summary>A degree of parallelism, or <c>auto</c> for the one with the fewest nodes.</summary>
internal sealed class AutoOrNumberField : Field<object>
{
    /// <summary>The word for the best degree.</summary>
    public const string Auto = "auto";

    public AutoOrNumberField(IntegerField number)
        : base(number.Name, isRequired: false, number.Description) => Number = number;

    public IntegerField Number { get; }

    public override string Expected => $"auto, or {Number.Expected}";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ScalarNode scalar || NumberSyntax.IsNumber(scalar.Text))
        {
            return Number.Read(value, place);
        }
        if (scalar.Text == Auto)
        {
            return Auto;
        }
        place.Refuse(value, Name, ProblemCodes.NotOneOf, $"{Name} is {scalar.Kind}.", $"Write {Expected}.");
        return null;
    }
}
