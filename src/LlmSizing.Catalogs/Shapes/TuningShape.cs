using System.Linq;

namespace LlmSizing;

internal sealed class TuningShape : EntryShape<Tuning>
{
    private static readonly ChoiceField Engine = new("engine", false, EngineList.All.Select(engine => engine.Name).ToArray(), "The engine; any where it is left out.");
    private static readonly ChoiceField Generation = new("gpu_generation", false, GpuGeneration.All.ToArray(), "The GPU generation; any where it is left out.");
    private static readonly TextField Release = new("release", false, EntryFields.WordLength, "The engine's release as it names itself; any where it is left out.");
    private static readonly TuningConstantsField Constants = new("constants", "The constants; what is left out comes from a wider entry.");
    private static readonly TuningCasesField Cases = new("cases", "What the constants were fitted to, with the errors.");

    public TuningShape()
        : base("tunings", new MapShape(
            EntryFields.Name, EntryFields.Aliases, Engine, Generation, Release, Constants, Cases, EntryFields.Estimate, EntryFields.Notes, EntryFields.Sources))
    {
    }

    protected override Tuning Create(Values values, string source) => new(
        EntryFields.Info(values, source), values.Find(Engine), values.Find(Generation), values.Find(Release), values.Get(Constants), values.Find(Cases) ?? []);
}
