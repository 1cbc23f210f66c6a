namespace LlmSizing;

/// <summary>What breaks first when a fleet is asked for more.</summary>
public enum FleetLimit
{
    /// <summary>The memory for KV cache is full.</summary>
    KvCache,

    /// <summary>The weights and the overhead leave nothing for KV cache.</summary>
    Weights,

    /// <summary>A replica needs more nodes than there are.</summary>
    Replica,

    /// <summary>The spare nodes of the scenario leave none to serve.</summary>
    Spares,

    /// <summary>The model admits no longer context.</summary>
    ContextLimit,

    /// <summary>No more sessions can be asked about.</summary>
    ConcurrencyLimit,
}
