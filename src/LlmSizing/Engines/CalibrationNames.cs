using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The constants that an engine's memory is computed with.</summary>
public static class CalibrationNames
{
    /// <summary>Bytes that the sampler of the profile run takes for each sequence and token of the vocabulary.</summary>
    public const string SamplerBytesPerLogit = "sampler_bytes_per_logit";

    /// <summary>Bytes that the forward pass takes for each token of a step and element of its widest layer.</summary>
    public const string ForwardBytesPerElement = "forward_bytes_per_element";

    /// <summary>Growth outside the allocator on one GPU, in GiB: contexts of libraries, workspaces.</summary>
    public const string NonTorchGib = "non_torch_gib";

    /// <summary>Growth outside the allocator that tensor parallelism adds, in GiB: NCCL's and the custom all-reduce's buffers.</summary>
    public const string TensorParallelGib = "tensor_parallel_gib";

    /// <summary>CUDA context and driver before anything is loaded, in GiB.</summary>
    public const string ContextGib = "context_gib";

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> All { get; } = [SamplerBytesPerLogit, ForwardBytesPerElement, NonTorchGib, TensorParallelGib, ContextGib];

    /// <summary>Whether a name is known.</summary>
    public static bool Contains(string name) => All.Contains(name);
}
