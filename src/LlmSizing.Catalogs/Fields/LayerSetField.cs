namespace LlmSizing;

/// <summary>Layer numbers, such as 0-47 or 3-47/4.</summary>
internal sealed class LayerSetField : Field<LayerSet>
{
    public LayerSetField(string name, string description)
        : base(name, isRequired: false, description)
    {
    }

    public override string Expected => "layer numbers from 0, such as \"0-47\", every fourth \"3-47/4\" or \"0,2,5-9\"";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ScalarNode scalar)
        {
            return WrongType(value, place);
        }
        LayerSet? layers = LayerSet.Parse(scalar.Text);
        if (layers is null)
        {
            place.Refuse(value, Name, ProblemCodes.BadLayers, $"{Name} is {scalar.Kind}, which is no ascending set of layers.", $"Write {Expected}.");
        }
        return layers;
    }
}
