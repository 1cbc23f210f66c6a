namespace LlmSizing;

/// <summary>An engine's version, in quotes where it would be read as a number.</summary>
internal sealed class EngineVersionField : Field<EngineVersion>
{
    /// <summary>The form of a version, for schemas.</summary>
    public const string Pattern = "^[0-9]{1,6}(\\.[0-9]{1,6}){0,3}$";

    public EngineVersionField(string name, string description)
        : base(name, isRequired: false, description)
    {
    }

    public override string Expected => "a version in quotes, such as \"0.19.0\"";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ScalarNode scalar)
        {
            return WrongType(value, place);
        }
        if (scalar.IsPlain && PlainText.IsNumberLike(scalar.Text))
        {
            place.Refuse(value, Name, ProblemCodes.WrongType, $"{Name} is {scalar.Kind} without quotes, which may be read as a number.", $"Write \"{Shown.Plain(scalar.Text)}\" in quotes.");
            return null;
        }
        if (System.Text.RegularExpressions.Regex.IsMatch(scalar.Text, Pattern, System.Text.RegularExpressions.RegexOptions.CultureInvariant) && !scalar.Text.EndsWith("\n", System.StringComparison.Ordinal))
        {
            return EngineVersion.Parse(scalar.Text);
        }
        place.Refuse(value, Name, ProblemCodes.BadText, $"{Name} is {scalar.Kind}.", $"Write {Expected}.");
        return null;
    }
}
