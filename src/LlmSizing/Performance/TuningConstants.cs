using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Every constant of the step times, one line each.</summary>
public static class TuningConstants
{
    /// <summary>Share of the memory bandwidth that reading dense weights reaches.</summary>
    public static TuningConstant WeightBandwidth { get; } = Share(0, "weight_bandwidth_ratio");

    /// <summary>Share of the memory bandwidth that reading routed experts reaches.</summary>
    public static TuningConstant ExpertBandwidth { get; } = Share(1, "expert_bandwidth_ratio");

    /// <summary>Share of the memory bandwidth that reading the cache reaches.</summary>
    public static TuningConstant CacheBandwidth { get; } = Share(2, "cache_bandwidth_ratio");

    /// <summary>Share of the peak that matrix products in 16 bits reach.</summary>
    public static TuningConstant Compute16 { get; } = Share(3, "compute_16bit_ratio");

    /// <summary>Share of the peak that matrix products in 8 bits reach.</summary>
    public static TuningConstant Compute8 { get; } = Share(4, "compute_8bit_ratio");

    /// <summary>Share of the peak that matrix products in 4 bits reach.</summary>
    public static TuningConstant Compute4 { get; } = Share(5, "compute_4bit_ratio");

    /// <summary>What routed experts, whose tokens are spread thin, reach of the share of dense products.</summary>
    public static TuningConstant ExpertCompute { get; } = Share(6, "expert_compute_ratio");

    /// <summary>Share of the 16-bit peak that attention over a prompt reaches.</summary>
    public static TuningConstant AttentionCompute { get; } = Share(7, "attention_compute_ratio");

    /// <summary>Share of a link's bandwidth that a collective reaches.</summary>
    public static TuningConstant LinkBandwidth { get; } = Share(8, "link_bandwidth_ratio");

    /// <summary>Fixed cost of a collective, in microseconds.</summary>
    public static TuningConstant Collective { get; } = Cost(9, "collective_us");

    /// <summary>Fixed cost of a step, in microseconds: scheduling, sampling, launches outside of CUDA graphs.</summary>
    public static TuningConstant Step { get; } = Cost(10, "step_us");

    /// <summary>Fixed cost of a layer, in microseconds: kernels too small to fill a GPU.</summary>
    public static TuningConstant Layer { get; } = Cost(11, "layer_us");

    /// <summary>Fixed cost of the routing of a layer with experts, in microseconds.</summary>
    public static TuningConstant ExpertLayer { get; } = Cost(12, "expert_layer_us");

    /// <summary>Fixed cost of a layer that keeps a recurrent state, in microseconds.</summary>
    public static TuningConstant StateLayer { get; } = Cost(13, "state_layer_us");

    /// <summary>Fixed cost of a layer of latent attention, in microseconds: its chain of small products.</summary>
    public static TuningConstant LatentLayer { get; } = Cost(14, "latent_layer_us");

    /// <summary>Cost of each decoding sequence of a step on the host, in microseconds.</summary>
    public static TuningConstant Sequence { get; } = Cost(15, "sequence_us");

    /// <summary>Cost of a token in a layer for each element of the hidden state, in picoseconds: norms, activations, quantisation of what is multiplied.</summary>
    public static TuningConstant Activation { get; } = Cost(16, "activation_ps");

    /// <summary>Fixed cost of a step with prompts beyond that of one that only decodes, in microseconds.</summary>
    public static TuningConstant PrefillStep { get; } = Cost(17, "prefill_step_us");

    /// <summary>The same for each layer, as such a step runs outside of CUDA graphs.</summary>
    public static TuningConstant PrefillLayer { get; } = Cost(18, "prefill_layer_us");

    /// <summary>Cost of a request before its prompt is computed and after, in microseconds: the server's front end.</summary>
    public static TuningConstant Request { get; } = Cost(19, "request_us");

    /// <summary>How much busier the busiest GPU of an expert group is than the mean, less 1.</summary>
    public static TuningConstant Imbalance { get; } = Rate(20, "expert_imbalance_ratio");

    /// <summary>Share of the others' prompts that a prompt waits for, as requests of like lengths end together.</summary>
    public static TuningConstant Burst { get; } = Rate(21, "burst_ratio");

    /// <summary>Cost of prompts computed beside decoding sequences, as a multiple of their own time.</summary>
    public static TuningConstant Interference { get; } = Factor(22, "interference_ratio");

    /// <summary>What products with weights that are widened first reach of the share of those that are not: 4-bit weights where the GPU multiplies 16 bits.</summary>
    public static TuningConstant WeightOnly { get; } = Share(23, "weight_only_ratio");

    /// <summary>Time of a decode step of a release as a multiple of that of its engine.</summary>
    public static TuningConstant Decode { get; } = Factor(24, "decode_factor");

    /// <summary>Time of a prompt of a release as a multiple of that of its engine.</summary>
    public static TuningConstant Prefill { get; } = Factor(25, "prefill_factor");

    /// <summary>Cost of a request for each layer before its first token, in microseconds, that holds up no other: eager launches that overlap the steps of the others.</summary>
    public static TuningConstant RequestLayer { get; } = Cost(26, "request_layer_us");

    /// <summary>Time from a prompt's first step to its first token as a multiple of its own steps.</summary>
    public static TuningConstant PromptLatency { get; } = Factor(27, "prompt_latency_factor");

    /// <summary>Steps that pass before a prompt is taken up, and after it until its first token is out.</summary>
    public static TuningConstant QueueSteps { get; } = Cost(28, "queue_steps");

    /// <summary>Steps that a prompt waits for the other attention ranks to have one too.</summary>
    public static TuningConstant RankSteps { get; } = Cost(29, "rank_steps");

    /// <summary>The constants, in the order of their numbers.</summary>
    public static IReadOnlyList<TuningConstant> All { get; } =
    [
        WeightBandwidth, ExpertBandwidth, CacheBandwidth, Compute16, Compute8, Compute4,
        ExpertCompute, AttentionCompute, LinkBandwidth, Collective, Step, Layer,
        ExpertLayer, StateLayer, LatentLayer, Sequence, Activation, PrefillStep,
        PrefillLayer, Request, Imbalance, Burst, Interference, WeightOnly,
        Decode, Prefill, RequestLayer, PromptLatency, QueueSteps, RankSteps,
    ];

    /// <summary>The constant of a name; null where there is none.</summary>
    public static TuningConstant? Find(string name) => All.FirstOrDefault(constant => constant.Name == name);

    private static TuningConstant Share(int index, string name) => new(index, name, "ratio", 1, 0.001, 1);

    private static TuningConstant Rate(int index, string name) => new(index, name, "ratio", 0, 0, 10);

    private static TuningConstant Factor(int index, string name) => new(index, name, "ratio", 1, 0.01, 10);

    private static TuningConstant Cost(int index, string name) => new(index, name, name.Substring(name.LastIndexOf('_') + 1), 0, 0, 1_000_000);
}
