using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The model buffers and the compute buffer of one device.</summary>
internal static class LlamaCppBuffers
{
    private const decimal ComputeErrorPercent = 15;
    private const long Float = 4;
    private const long Half = 2;

    /// <summary>The model buffer: layers and output on the device; tied embeddings are copied there for the output.</summary>
    public static MemoryComponent Weights(EngineCase of) => of.ObservedWeightBytes is long observed
        ? new MemoryComponent("weights", observed, "observed")
        : new MemoryComponent("weights", Loaded(of).Sum(matrix => BytesOf(of, matrix)), "matrices of the device's layers" + (LlamaCppLayers.HasOutput(of) ? " and the output" : ""), evidence: "llama-model.cpp, load_tensors");

    /// <summary>What stays in the host's memory: embeddings, and layers that are not offloaded.</summary>
    public static MemoryComponent Host(EngineCase of, IReadOnlyList<EngineCase> devices)
    {
        long all = Loaded(of).Sum(matrix => matrix.Bytes);
        bool isCopied = IsTied(of) && devices.Any(LlamaCppLayers.HasOutput);
        long onDevices = devices.Sum(device => Loaded(device).Where(matrix => matrix.Component != WeightComponent.Embedding).Sum(matrix => BytesOf(device, matrix, tensorParallel: 1)));
        return new MemoryComponent("host_weights", all - onDevices, isCopied ? "embeddings, which the device has a copy of, and layers not offloaded" : "embeddings and layers not offloaded", isInBudget: false);
    }

    /// <summary>The compute buffer: the widest point of the graph of one n_ubatch.</summary>
    public static MemoryComponent Compute(EngineCase of, long cells)
    {
        ArchitectureSizes? sizes = of.Model.Architecture?.Sizes;
        if (sizes is null)
        {
            return new MemoryComponent("activation", 0, "not known without the model's architecture");
        }
        long batch = of.MaxBatchedTokens;
        (string Name, long Bytes)[] points =
        [
            ("logits", LlamaCppLayers.HasOutput(of) ? checked(batch * (sizes.VocabSize + sizes.HiddenSize) * Float) : 0),
            ("attention", Attention(of, sizes, batch, cells)),
            ("mlp", checked(batch * ((2 * sizes.HiddenSize) + (2 * sizes.IntermediateSize)) * Float)),
            ("experts", checked(batch * ((2 * sizes.HiddenSize) + (sizes.NumExpertsPerToken * ((2 * sizes.MoeIntermediateSize) + sizes.HiddenSize))) * Float)),
        ];
        (string name, long bytes) = points.OrderByDescending(point => point.Bytes).First();
        return new MemoryComponent(
            "activation", bytes, $"widest point of the graph of {NumberText.Plain(batch)} tokens: {name}", ComputeErrorPercent,
            "exact to 1 % on three logs of CPU and CUDA; llama-graph.cpp");
    }

    // Scores of all heads and the mask, unless flash attention is on; queries, keys, values and the residual.
    private static long Attention(EngineCase of, ArchitectureSizes sizes, long batch, long cells)
    {
        HeadAttention[] layers = of.Model.Layers.OfType<HeadAttention>().ToArray();
        long heads = sizes.NumAttentionHeads;
        long query = layers.Length == 0 ? sizes.HiddenSize : heads * layers.Max(group => group.HeadDim!.Value);
        long keyValue = layers.Length == 0 ? 0 : layers.Max(group => group.KeyValueHeads!.Value * (group.HeadDim!.Value + group.ValueHeadDim!.Value));
        long rows = checked(batch * ((2 * sizes.HiddenSize) + (2 * query) + keyValue) * Float);
        return LlamaCppRule.Holds("flash_attention", of.Version)
            ? checked(rows + (cells * batch * Half))
            : checked(rows + (cells * batch * (heads + 1) * Float));
    }

    private static IEnumerable<WeightMatrix> Loaded(EngineCase of)
    {
        if (of.Model.Architecture is null)
        {
            throw new SizingException("Model", $"Model '{of.Model.Name}' has no architecture in its catalog entry, so that its weights on a GPU are not known: import its config.json or GGUF file, or add architecture and weights.");
        }
        // Towers are a file of their own (mmproj).
        return of.Model.Architecture.Loaded.Where(matrix => matrix.Component is not (WeightComponent.Vision or WeightComponent.Audio));
    }

    private static long BytesOf(EngineCase of, WeightMatrix matrix) => BytesOf(of, matrix, of.Placement.TensorParallel);

    private static long BytesOf(EngineCase of, WeightMatrix matrix, long tensorParallel)
    {
        long count = matrix.Component == WeightComponent.Embedding
            ? matrix.Name == "embed_tokens" && IsTied(of) && LlamaCppLayers.HasOutput(of) ? 1 : 0
            : matrix.Layers is null ? (LlamaCppLayers.HasOutput(of) ? 1 : 0) : matrix.Layers.CountIn(of.Shard.Stage.First, of.Shard.Stage.End);
        // --split-mode row deals the rows of every matrix.
        long rows = matrix.Columns == 1 ? matrix.Rows : (matrix.Rows + tensorParallel - 1) / tensorParallel;
        return checked(count * matrix.Copies * matrix.Format.Bytes(rows, matrix.Columns));
    }

    private static bool IsTied(EngineCase of) => of.Model.Architecture!.Weights.All(matrix => matrix.Component != WeightComponent.Head);
}
