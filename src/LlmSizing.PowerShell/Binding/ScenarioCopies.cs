using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Scenarios of another process, whose spare nodes a requirement may have changed.</summary>
internal static class ScenarioCopies
{
    /// <summary>The scenario with the spare nodes of its copy; as it is where there is none.</summary>
    internal static Scenario AsCopied(this Scenario scenario, object? copy) =>
        copy is PSObject record && HaMode.Find(new CopiedObject(record).Name("HaMode")) is HaMode mode && mode.ExtraNodes != scenario.HaMode.ExtraNodes
            ? scenario.WithHaMode(mode)
            : scenario;
}
