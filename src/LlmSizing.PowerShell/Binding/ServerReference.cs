namespace LlmSizing.Commands;

/// <summary>A server, by name or as an object.</summary>
public sealed class ServerReference : EntryReference<Server>
{
    /// <summary>By name.</summary>
    public ServerReference(string name) : base(name)
    {
    }

    /// <summary>By object: a <see cref="Server"/>, or a record with a property Server.</summary>
    public ServerReference(object value) : base(value, "Server")
    {
    }
}
