using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The constants that an engine's memory is computed with.</summary>
public static class CalibrationNames
{
    /// <summary>Bytes that sampling in the profile run takes for each sequence and token of the vocabulary: logits, their copy in fp32, and what sorting them needs.</summary>
    public const string SamplerBytesPerLogit = "sampler_bytes_per_logit";

    /// <summary>Activations that do not depend on the model, in GiB.</summary>
    public const string ActivationBaseGib = "activation_base_gib";

    /// <summary>Vectors of the hidden size that a token holds at the peak of a layer.</summary>
    public const string HiddenCopies = "hidden_copies";

    /// <summary>Growth outside the allocator on every GPU, in GiB: libraries and their workspaces.</summary>
    public const string NonTorchGib = "non_torch_gib";

    /// <summary>Growth outside the allocator that tensor parallelism adds over NVLink switches, in GiB: NCCL's, the custom all-reduce's and symmetric memory's buffers.</summary>
    public const string NvlinkParallelGib = "nvlink_parallel_gib";

    /// <summary>Growth outside the allocator that tensor parallelism adds elsewhere, in GiB: NCCL's buffers.</summary>
    public const string ParallelGib = "parallel_gib";

    /// <summary>CUDA graphs whatever the model, in GiB.</summary>
    public const string GraphBaseGib = "graph_base_gib";

    /// <summary>CUDA graphs for each captured batch size and layer, in MiB.</summary>
    public const string GraphMibPerLayer = "graph_mib_per_layer";

    /// <summary>Memory that is in use before the weights are loaded, in GiB: CUDA context, NCCL.</summary>
    public const string ContextGib = "context_gib";

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SamplerBytesPerLogit, ActivationBaseGib, HiddenCopies, NonTorchGib, NvlinkParallelGib, ParallelGib, GraphBaseGib, GraphMibPerLayer, ContextGib,
    ];

    /// <summary>Whether a name is known.</summary>
    public static bool Contains(string name) => All.Contains(name);
}
