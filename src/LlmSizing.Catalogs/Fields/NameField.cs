namespace LlmSizing;

/// <summary>A name that commands take: letters and digits of ASCII and a few marks, so that it needs no quotes anywhere.</summary>
internal sealed class NameField : TextField
{
    private const string Marks = "._+-";

    public NameField(string name, bool isRequired, int maximumLength, bool mayHaveSlashes, string description)
        : base(name, isRequired, maximumLength, description) => MayHaveSlashes = mayHaveSlashes;

    /// <summary>An alias may be a repository, such as openai/gpt-oss-20b.</summary>
    public bool MayHaveSlashes { get; }

    public override string Expected =>
        $"a name of up to {NumberText.Plain(MaximumLength)} letters (a-z, A-Z), digits, '.', '_', '+' or '-'{(MayHaveSlashes ? " or '/'" : "")} that starts with a letter or a digit";

    protected override bool Check(ScalarNode value, Place place)
    {
        bool good = value.Text.Length > 0 && value.Text.Length <= MaximumLength && IsLetterOrDigit(value.Text[0]);
        foreach (char c in value.Text)
        {
            good &= IsLetterOrDigit(c) || Marks.IndexOf(c) >= 0 || (MayHaveSlashes && c == '/');
        }
        if (!good)
        {
            place.Refuse(value, Name, ProblemCodes.BadName, $"{Name} is {value.Kind}.", $"Write {Expected}.");
        }
        return good;
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
