namespace LlmSizing;

internal sealed class ParameterShape : EntryShape<SizingParameter>
{
    private static readonly TextField Description = new("description", true, EntryFields.ProseLength, "What the parameter is.", mayHaveLines: true);
    private static readonly TextField Origin = new("origin", true, EntryFields.ProseLength, "Where its value comes from.", mayHaveLines: true);
    private static readonly TextField Importance = new("importance", true, EntryFields.ProseLength, "Why it matters.", mayHaveLines: true);
    private static readonly TextField CommonError = new("common_error", true, EntryFields.ProseLength, "What people get wrong.", mayHaveLines: true);
    private static readonly BooleanField InReport = new("in_report", false, "Whether the text report prints it; false unless given.");

    public ParameterShape()
        : base("parameters", new MapShape(EntryFields.Name, Description, Origin, Importance, CommonError, InReport))
    {
    }

    protected override SizingParameter Create(Values values, string source) => new(
        values.Get(EntryFields.Name), values.Get(Description), values.Get(Origin), values.Get(Importance), values.Get(CommonError), values.Number(InReport) ?? false);
}
