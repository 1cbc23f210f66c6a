namespace LlmSizing;

/// <summary>Layer numbers, such as 0-47 or 3-47/4.</summary>
internal sealed class LayerSetField : Field<LayerSet>
{
    public LayerSetField(string name, string description)
        : base(name, isRequired: false, description)
    {
    }

    /// <summary>The form of the text, for schemas.</summary>
    public static string Pattern => @"^[0-9]+(-[0-9]+(/[0-9]+)?)?(,[0-9]+(-[0-9]+(/[0-9]+)?)?)*$";

    public override string Expected => "layer numbers from 0, such as \"0-47\", every fourth \"3-47/4\" or \"0,2,5-9\"";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ScalarNode scalar)
        {
            return WrongType(value, place);
        }
        if (scalar.IsPlain && PlainText.IsNumberLike(scalar.Text))
        {
            place.Refuse(value, Name, ProblemCodes.WrongType, $"{Name} is {scalar.Kind} without quotes.", $"Write \"{Shown.Plain(scalar.Text)}\" in quotes.");
            return null;
        }
        LayerSet? layers = LayerSet.Parse(scalar.Text);
        if (layers is null)
        {
            place.Refuse(value, Name, ProblemCodes.BadLayers, $"{Name} is {scalar.Kind}, which is no ascending set of layers.", $"Write {Expected}.");
        }
        return layers;
    }
}
