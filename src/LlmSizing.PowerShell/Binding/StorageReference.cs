namespace LlmSizing.Commands;

/// <summary>A storage profile, by name or as an object.</summary>
public sealed class StorageReference : EntryReference<StorageProfile>
{
    /// <summary>By name.</summary>
    public StorageReference(string name) : base(name)
    {
    }

    /// <summary>By object: a <see cref="StorageProfile"/>, or a record with a property Storage.</summary>
    public StorageReference(object value) : base(value, "Storage", isOptional: true)
    {
    }
}
