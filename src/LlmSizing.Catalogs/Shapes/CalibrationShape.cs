using System.Linq;

namespace LlmSizing;

internal sealed class CalibrationShape : EntryShape<Calibration>
{
    private static readonly ChoiceField Engine = new("engine", true, EngineList.All.Select(engine => engine.Name).ToArray(), "The engine that the constants are measured on.");
    private static readonly EngineVersionField Version = new("engine_version", "The oldest version that they hold for; any where it is left out.");
    private static readonly ConstantsField Constants = new("constants", "The constants; what is not here comes from the engine's own calibration.");

    public CalibrationShape()
        : base("calibrations", new MapShape(
            EntryFields.Name, EntryFields.Aliases, Engine, Version, Constants, EntryFields.Estimate, EntryFields.Notes, EntryFields.Sources))
    {
    }

    protected override Calibration Create(Values values, string source) => new(
        EntryFields.Info(values, source), values.Get(Engine), values.Find(Version), values.Get(Constants));
}
