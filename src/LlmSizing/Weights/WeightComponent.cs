using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The parts of a model that weights are counted by.</summary>
public static class WeightComponent
{
    /// <summary>Token embeddings.</summary>
    public const string Embedding = "embedding";

    /// <summary>The head, where it is not tied to the embeddings.</summary>
    public const string Head = "head";

    /// <summary>Attention projections.</summary>
    public const string Attention = "attention";

    /// <summary>The indexer of sparse attention.</summary>
    public const string Indexer = "indexer";

    /// <summary>Mixers of recurrent layers.</summary>
    public const string State = "state";

    /// <summary>Dense MLPs.</summary>
    public const string Mlp = "mlp";

    /// <summary>Routers of mixtures of experts.</summary>
    public const string Router = "router";

    /// <summary>Routed experts.</summary>
    public const string Experts = "experts";

    /// <summary>Experts that every token passes.</summary>
    public const string SharedExperts = "shared_experts";

    /// <summary>Norms.</summary>
    public const string Norm = "norm";

    /// <summary>The vision tower and its projector.</summary>
    public const string Vision = "vision";

    /// <summary>The audio tower and its projector.</summary>
    public const string Audio = "audio";

    /// <summary>Layers of multi-token prediction: loaded only where an engine speculates with them.</summary>
    public const string Mtp = "mtp";

    /// <summary>Anything else of a checkpoint.</summary>
    public const string Other = "other";

    /// <summary>Every part, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Embedding, Head, Attention, Indexer, State, Mlp, Router, Experts, SharedExperts, Norm, Vision, Audio, Mtp, Other];
}
