namespace LlmSizing.Commands;

/// <summary>A model, by name or as an object.</summary>
public sealed class ModelReference : EntryReference<Model>
{
    /// <summary>By name.</summary>
    public ModelReference(string name) : base(name)
    {
    }

    /// <summary>By object: a <see cref="Model"/>, or a record with a property Model.</summary>
    public ModelReference(object value) : base(value, "Model")
    {
    }
}
