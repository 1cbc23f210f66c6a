namespace LlmSizing;

/// <summary>true or false, in the one spelling that YAML and JSON share.</summary>
internal sealed class BooleanField : Field<bool>
{
    public BooleanField(string name, bool isRequired, string description)
        : base(name, isRequired, description)
    {
    }

    public override string Expected => "true or false";

    protected override object? ReadValue(Node value, Place place) => value switch
    {
        ScalarNode { IsPlain: true, Text: "true" } => true,
        ScalarNode { IsPlain: true, Text: "false" } => false,
        ScalarNode { IsPlain: false, Text: "true" or "false" } quoted => WrongType(value, place, $"Write {quoted.Text} without quotes."),
        _ => WrongType(value, place, "Write true or false; leave the field out where it is not known."),
    };
}
