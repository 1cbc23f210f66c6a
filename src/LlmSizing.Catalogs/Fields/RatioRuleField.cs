namespace LlmSizing;

/// <summary>A ratio of a scenario: its default, and the bounds between which the asked-for ratio is kept.</summary>
internal sealed class RatioRuleField : Field<RatioRule>
{
    private readonly NumberRange range;
    private readonly DecimalField preset;
    private readonly DecimalField minimum;
    private readonly DecimalField maximum;

    public RatioRuleField(string name, NumberRange range, string description)
        : base(name, isRequired: true, description)
    {
        this.range = range;
        preset = new DecimalField("default", true, range.Minimum, range.Maximum, false, range.Unit, "The ratio when none is asked for.");
        minimum = new DecimalField("min", false, range.Minimum, range.Maximum, false, range.Unit, "The smallest ratio that the scenario uses.");
        maximum = new DecimalField("max", false, range.Minimum, range.Maximum, false, range.Unit, "The largest ratio that the scenario uses.");
        Shape = new MapShape(preset, minimum, maximum);
    }

    public MapShape Shape { get; }

    public override string Expected => "a mapping, such as { default: 0.20, min: 0.10, max: 0.50 }";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not MapNode map)
        {
            return WrongType(value, place);
        }
        long before = place.Problems.Count;
        Values values = Shape.Read(map, place.Inside(Name));
        if (values.Number(minimum) > values.Number(maximum))
        {
            place.Inside(Name).Refuse(map.Find(minimum.Name)!, minimum.Name, ProblemCodes.OutOfRange, "min is above max.", "Write min at most as large as max.");
        }
        return place.Problems.Count > before ? null : new RatioRule(range, values.Get(preset), values.Number(minimum), values.Number(maximum));
    }
}
