namespace LlmSizing;

/// <summary>Text. A word that other readers would take for a number, a boolean or nothing has to be in quotes.</summary>
internal class TextField : Field<string>
{
    private static readonly char[] LineMarks = ['\n', '\r', '\t'];

    public TextField(string name, bool isRequired, int maximumLength, string description, bool mayHaveLines = false)
        : base(name, isRequired, description)
    {
        MaximumLength = maximumLength;
        MayHaveLines = mayHaveLines;
    }

    public int MaximumLength { get; }

    /// <summary>Prose may have several lines; a name in a table may not.</summary>
    public bool MayHaveLines { get; }

    public override string Expected => MayHaveLines ? "text" : $"text on one line, up to {NumberText.Plain(MaximumLength)} characters";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ScalarNode scalar)
        {
            return WrongType(value, place);
        }
        if (scalar.IsPlain && (PlainText.IsBoolean(scalar.Text) || PlainText.IsNumberLike(scalar.Text)))
        {
            place.Refuse(
                value, Name, ProblemCodes.WrongType, $"{Name} is {scalar.Kind} without quotes, which may be read as a number, a date or a boolean.",
                $"Write \"{Shown.Plain(scalar.Text)}\" in quotes.");
            return null;
        }
        // A block of lines ends with a line break that nobody means.
        return !Check(scalar, place) ? null : MayHaveLines ? scalar.Text.TrimEnd() : scalar.Text;
    }

    /// <summary>Whether the text itself is accepted; what is refused was reported.</summary>
    protected virtual bool Check(ScalarNode value, Place place)
    {
        string? wrong = string.IsNullOrWhiteSpace(value.Text) ? "is blank"
            : value.Text.Length > MaximumLength ? $"has {NumberText.Plain(value.Text.Length)} characters"
            : !SourceText.IsText(value.Text) ? "holds a character that is not visible text"
            : !MayHaveLines && value.Text.IndexOfAny(LineMarks) >= 0 ? "has a line break or a tab"
            : null;
        if (wrong is not null)
        {
            place.Refuse(value, Name, ProblemCodes.BadText, $"{Name} {wrong}.", $"Write {Expected}.");
        }
        return wrong is null;
    }
}
