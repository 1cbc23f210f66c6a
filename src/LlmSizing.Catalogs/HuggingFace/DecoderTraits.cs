using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Norms of queries and keys.</summary>
internal enum QueryKeyNorm
{
    None,

    /// <summary>One vector of the head dim for all heads.</summary>
    Head,

    /// <summary>One vector over all heads.</summary>
    AllHeads,
}

/// <summary>What tells one decoder from another where the config does not say it: set by the line of the architecture's table.</summary>
internal sealed class DecoderTraits
{
    /// <summary>Whether the head is the embedding where the config does not say tie_word_embeddings: the default of the architecture's config class.</summary>
    public bool IsTied { get; set; }

    public bool QkvBias { get; set; }

    public bool OutputBias { get; set; }

    public bool MlpBias { get; set; }

    public bool NormBias { get; set; }

    public bool HeadBias { get; set; }

    public QueryKeyNorm QkNorm { get; set; }

    /// <summary>The query projection also makes a gate of the output's size.</summary>
    public bool HasGatedQuery { get; set; }

    /// <summary>One learnt sink per query head.</summary>
    public bool HasSinks { get; set; }

    /// <summary>Whether the MLP has a gate beside up and down.</summary>
    public bool IsMlpGated { get; set; } = true;

    /// <summary>Norms of a layer over the hidden size.</summary>
    public IReadOnlyList<string> Norms { get; set; } = ["input_layernorm", "post_attention_layernorm"];

    public bool HasFinalNorm { get; set; } = true;

    /// <summary>Which layers slide where layer_types is absent but sliding_window is there; all of them unless set.</summary>
    public Func<long, bool>? Slides { get; set; }

    /// <summary>Whether sliding_window counts at all.</summary>
    public bool UsesWindow { get; set; } = true;

    /// <summary>Elements of a head where the config does not say head_dim: the default of the architecture's config class; else the hidden size is divided.</summary>
    public long? HeadDim { get; set; }

    /// <summary>Key/value heads where the config does not say num_key_value_heads; else there are as many as query heads.</summary>
    public long? KeyValueHeads { get; set; }

    public string Front { get; set; } = "model.";

    public string LayerModule { get; set; } = "layers.";

    public string AttentionModule { get; set; } = "self_attn";

    public string MlpModule { get; set; } = "mlp";

    /// <summary>The module of routed experts.</summary>
    public string MoeModule { get; set; } = "mlp";

    /// <summary>The names of the gate, up and down projections in the checkpoint.</summary>
    public IReadOnlyList<string> MlpNames { get; set; } = ["gate_proj", "up_proj", "down_proj"];

    public string HeadName { get; set; } = "lm_head";

    public string RouterName { get; set; } = "gate";

    public string SharedExpertModule { get; set; } = "shared_experts";

    /// <summary>Whether shared experts have a gate of one row (Qwen).</summary>
    public bool HasSharedExpertGate { get; set; }

    /// <summary>Whether the router has a bias per expert, in fp32, that corrects the choice.</summary>
    public bool HasCorrectionBias { get; set; }

    public bool RouterBias { get; set; }

    public bool ExpertBias { get; set; }

    /// <summary>Elements of the routed experts' MLP where config.json has no moe_intermediate_size but calls it otherwise.</summary>
    public long? ExpertIntermediate { get; set; }

    /// <summary>Elements of the shared experts together where the config calls them otherwise.</summary>
    public long? SharedIntermediate { get; set; }

    /// <summary>Positions that have an embedding of their own; 0 with rotary positions.</summary>
    public long PositionEmbeddings { get; set; }

    /// <summary>Whether num_nextn_predict_layers counts layers of the checkpoint.</summary>
    public bool HasDraftLayers { get; set; }

    /// <summary>Whether the checkpoint repeats embedding and head in each of those.</summary>
    public bool RepeatsEmbeddingInDraft { get; set; }

    /// <summary>How the checkpoint stores the router, where not as everything else.</summary>
    public WeightFormat? RouterFormat { get; set; }

    /// <summary>Rows of the head where they are not the vocabulary: 0 for models that end at the hidden state, 1 for those that give a score.</summary>
    public long? HeadRows { get; set; }

    /// <summary>Whether the embedding passes a norm (BLOOM).</summary>
    public bool HasEmbeddingNorm { get; set; }
}
