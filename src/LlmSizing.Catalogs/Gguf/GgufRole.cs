using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A tensor's place in a model, by the name that llama.cpp gives it: the part it counts to, the name that config importers use, and its split.</summary>
/// <remarks>llama-arch.cpp, <c>LLM_TENSOR_NAMES</c>.</remarks>
internal sealed class GgufRole
{
    private static readonly GgufRole Unknown = new("", WeightComponent.Other, "");

    private static readonly Dictionary<string, GgufRole> ByTensor = new();

    static GgufRole()
    {
        foreach (GgufRole role in All)
        {
            ByTensor.Add(role.Tensor, role);
        }
    }

    private GgufRole(string tensor, string component, string name, WeightSplit split = WeightSplit.Replicated)
    {
        Tensor = tensor;
        Component = component;
        Name = name;
        Split = split;
    }

    private static GgufRole[] All =>
    [
        new("token_embd", WeightComponent.Embedding, "embed_tokens", WeightSplit.Vocabulary),
        new("per_layer_token_embd", WeightComponent.Embedding, "embed_tokens_per_layer", WeightSplit.Vocabulary),
        new("position_embd", WeightComponent.Embedding, "position_embeddings"),
        new("token_types", WeightComponent.Embedding, "token_type_embeddings"),
        new("output", WeightComponent.Head, "lm_head", WeightSplit.Vocabulary),
        new("output_norm", WeightComponent.Norm, "norm"),
        new("token_embd_norm", WeightComponent.Norm, "embedding_norm"),
        new("attn_norm", WeightComponent.Norm, "input_layernorm"),
        new("post_attention_norm", WeightComponent.Norm, "post_attention_layernorm"),
        new("ffn_norm", WeightComponent.Norm, "pre_feedforward_layernorm"),
        new("post_ffw_norm", WeightComponent.Norm, "post_feedforward_layernorm"),
        new("attn_q_norm", WeightComponent.Norm, "q_norm"),
        new("attn_k_norm", WeightComponent.Norm, "k_norm"),
        new("attn_q", WeightComponent.Attention, "q_proj", WeightSplit.Column),
        new("attn_k", WeightComponent.Attention, "k_proj", WeightSplit.KeyValue),
        new("attn_v", WeightComponent.Attention, "v_proj", WeightSplit.KeyValue),
        new("attn_qkv", WeightComponent.Attention, "qkv_proj", WeightSplit.Column),
        new("attn_output", WeightComponent.Attention, "o_proj", WeightSplit.Row),
        new("attn_gate", WeightComponent.Attention, "gate_proj", WeightSplit.Column),
        new("attn_sinks", WeightComponent.Attention, "sinks", WeightSplit.Column),
        new("attn_q_a", WeightComponent.Attention, "q_a_proj"),
        new("attn_q_b", WeightComponent.Attention, "q_b_proj", WeightSplit.Column),
        new("attn_kv_a_mqa", WeightComponent.Attention, "kv_a_proj_with_mqa"),
        new("attn_kv_b", WeightComponent.Attention, "kv_b_proj", WeightSplit.Column),
        new("attn_k_b", WeightComponent.Attention, "k_b_proj", WeightSplit.Column),
        new("attn_v_b", WeightComponent.Attention, "v_b_proj", WeightSplit.Column),
        new("indexer.proj", WeightComponent.Indexer, "weights_proj"),
        new("indexer.attn_k", WeightComponent.Indexer, "wk"),
        new("indexer.attn_q_b", WeightComponent.Indexer, "wq_b"),
        new("indexer.k_norm", WeightComponent.Indexer, "k_norm"),
        new("ffn_gate", WeightComponent.Mlp, "gate_proj", WeightSplit.Column),
        new("ffn_up", WeightComponent.Mlp, "up_proj", WeightSplit.Column),
        new("ffn_down", WeightComponent.Mlp, "down_proj", WeightSplit.Row),
        new("ffn_gate_inp", WeightComponent.Router, "gate"),
        new("exp_probs_b", WeightComponent.Router, "e_score_correction_bias"),
        new("ffn_gate_exps", WeightComponent.Experts, "gate_proj", WeightSplit.Column),
        new("ffn_up_exps", WeightComponent.Experts, "up_proj", WeightSplit.Column),
        new("ffn_gate_up_exps", WeightComponent.Experts, "gate_up_proj", WeightSplit.Column),
        new("ffn_down_exps", WeightComponent.Experts, "down_proj", WeightSplit.Row),
        new("ffn_gate_shexp", WeightComponent.SharedExperts, "gate_proj", WeightSplit.Column),
        new("ffn_up_shexp", WeightComponent.SharedExperts, "up_proj", WeightSplit.Column),
        new("ffn_down_shexp", WeightComponent.SharedExperts, "down_proj", WeightSplit.Row),
        new("ffn_gate_inp_shexp", WeightComponent.SharedExperts, "shared_expert_gate"),
        new("ffn_latent_down", WeightComponent.Experts, "fc1_latent_proj"),
        new("ffn_latent_up", WeightComponent.Experts, "fc2_latent_proj"),
        new("ssm_in", WeightComponent.State, "in_proj", WeightSplit.Column),
        new("ssm_conv1d", WeightComponent.State, "conv1d"),
        new("ssm_x", WeightComponent.State, "x_proj", WeightSplit.Row),
        new("ssm_dt", WeightComponent.State, "dt_proj", WeightSplit.Column),
        new("ssm_a", WeightComponent.State, "A_log", WeightSplit.Column),
        new("ssm_d", WeightComponent.State, "D", WeightSplit.Column),
        new("ssm_norm", WeightComponent.State, "norm"),
        new("ssm_ba", WeightComponent.State, "in_proj_ba", WeightSplit.Column),
        new("ssm_alpha", WeightComponent.State, "in_proj_a", WeightSplit.Column),
        new("ssm_beta", WeightComponent.State, "in_proj_b", WeightSplit.Column),
        new("ssm_out", WeightComponent.State, "out_proj", WeightSplit.Row),
        new("shortconv.conv", WeightComponent.State, "conv"),
        new("shortconv.in_proj", WeightComponent.State, "in_proj", WeightSplit.Column),
        new("shortconv.out_proj", WeightComponent.State, "out_proj", WeightSplit.Row),
    ];

    /// <summary>The name in the file, without block and suffix.</summary>
    public string Tensor { get; }

    public string Component { get; }

    /// <summary>The name of a catalog's line; nothing for a tensor without a role, whose own name is kept.</summary>
    public string Name { get; }

    public WeightSplit Split { get; }

    /// <summary>The role of a tensor; norms that have no line of their own are norms, anything else counts to the rest.</summary>
    public static GgufRole Of(string tensor)
    {
        if (ByTensor.TryGetValue(tensor, out GgufRole? role))
        {
            return role;
        }
        if (tensor.StartsWith("v.", System.StringComparison.Ordinal) || tensor.StartsWith("mm.", System.StringComparison.Ordinal))
        {
            return new GgufRole(tensor, WeightComponent.Vision, tensor);
        }
        if (tensor.StartsWith("a.", System.StringComparison.Ordinal))
        {
            return new GgufRole(tensor, WeightComponent.Audio, tensor);
        }
        return tensor.EndsWith("_norm", System.StringComparison.Ordinal) ? new GgufRole(tensor, WeightComponent.Norm, tensor) : Unknown;
    }
}
