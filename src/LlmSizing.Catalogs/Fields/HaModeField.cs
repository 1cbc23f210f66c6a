namespace LlmSizing;

/// <summary>Spare nodes: none, or n+1 to n+99.</summary>
internal sealed class HaModeField : Field<HaMode>
{
    public HaModeField(string name, bool isRequired, string description)
        : base(name, isRequired, description)
    {
    }

    public override string Expected => "none, or n+1 to n+" + NumberText.Plain(HaMode.MaximumExtraNodes);

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ScalarNode scalar)
        {
            return WrongType(value, place);
        }
        if (HaMode.Find(scalar.Text) is HaMode mode)
        {
            return mode;
        }
        place.Refuse(value, Name, ProblemCodes.NotOneOf, $"{Name} is {scalar.Kind}.", $"Write {Expected}, in lower case and without leading zeros.");
        return null;
    }
}
