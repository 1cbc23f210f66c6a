namespace LlmSizing.Catalogs.Tests.Schemas;

/// <summary>The kinds of entry that files hold.</summary>
internal static class Shapes
{
    public static readonly ModelShape Models = new();
    public static readonly ServerShape Servers = new();
    public static readonly StorageShape Storage = new();
    public static readonly ScenarioShape Scenarios = new();
    public static readonly CalibrationShape Calibrations = new();
    public static readonly TuningShape Tunings = new();
    public static readonly PriceShape Prices = new();
    public static readonly ParameterShape Parameters = new();
}
