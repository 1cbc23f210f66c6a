namespace LlmSizing.Commands;

/// <summary>A scenario, by name, by wildcard or as an object.</summary>
public sealed class ScenarioReference : EntryReference<Scenario>
{
    /// <summary>By name.</summary>
    public ScenarioReference(string name) : base(name)
    {
    }

    /// <summary>By object: a <see cref="Scenario"/>, or a record with a property Scenario.</summary>
    public ScenarioReference(object value) : base(value, "Scenario")
    {
    }
}
