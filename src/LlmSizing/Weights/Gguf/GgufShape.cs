using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What a mix's rules depend on of a model.</summary>
internal sealed class GgufShape
{
    private const long LayersOf70B = 80;
    private readonly Dictionary<GgufTensorKind, long[]> layers;

    public GgufShape(Architecture architecture, bool hasImportanceMatrix)
    {
        ArchitectureSizes sizes = architecture.Sizes;
        HasImportanceMatrix = hasImportanceMatrix;
        Layers = sizes.NumHiddenLayers;
        Experts = sizes.NumExperts;
        IsTied = architecture.Weights.All(matrix => matrix.Component != WeightComponent.Head);
        WeightMatrix? key = architecture.Weights.FirstOrDefault(matrix => matrix.KeyValueHeads > 0 && matrix.Component == WeightComponent.Attention);
        // One latent for all heads.
        HeadsPerKey = sizes.NumAttentionHeads / (key?.KeyValueHeads ?? 1);
        layers = architecture.Weights.Where(matrix => matrix.Layers is not null && matrix.Component != WeightComponent.Mtp)
            .GroupBy(KindOf).ToDictionary(group => group.Key, group => group.SelectMany(matrix => matrix.Layers!.Numbers()).Distinct().OrderBy(layer => layer).ToArray());
    }

    public bool HasImportanceMatrix { get; }

    public long Layers { get; }

    public long Experts { get; }

    public bool IsTied { get; }

    public long HeadsPerKey { get; }

    /// <summary>Whether llama.cpp calls it 70B: 80 layers that share key/value heads.</summary>
    public bool Is70B => Layers == LayersOf70B && HeadsPerKey > 1;

    /// <summary>The place of a tensor.</summary>
    public GgufPlace PlaceOf(WeightMatrix matrix, GgufTensorKind kind, long layer)
    {
        bool isExpert = matrix.Component == WeightComponent.Experts;
        if (kind == GgufTensorKind.Value)
        {
            return new GgufPlace(this, Rank(kind, layer), layers[kind].Length, isExpert);
        }
        return new GgufPlace(this, Experts > 1 ? layer : Rank(kind, layer), Layers, isExpert);
    }

    /// <summary>The kind of a matrix by its part and name.</summary>
    public static GgufTensorKind KindOf(WeightMatrix matrix)
    {
        if (matrix.Columns == 1 || matrix.Name is "conv1d" or "conv" or "A_log")
        {
            return GgufTensorKind.Plain;
        }
        return matrix.Component switch
        {
            WeightComponent.Norm or WeightComponent.Router => GgufTensorKind.Plain,
            WeightComponent.Vision or WeightComponent.Audio => GgufTensorKind.Tower,
            WeightComponent.Embedding => matrix.Name == "position_embeddings" ? GgufTensorKind.Plain : GgufTensorKind.Embedding,
            WeightComponent.Head => GgufTensorKind.Output,
            WeightComponent.Attention => matrix.Name switch
            {
                "q_proj" => GgufTensorKind.Query,
                "k_proj" => GgufTensorKind.Key,
                "v_proj" or "qkv_proj" => GgufTensorKind.Value,
                "o_proj" => GgufTensorKind.AttentionOutput,
                _ => GgufTensorKind.Other,
            },
            WeightComponent.Mlp or WeightComponent.Experts or WeightComponent.SharedExperts => matrix.Name switch
            {
                "gate_proj" or "gate_up_proj" => GgufTensorKind.Gate,
                "up_proj" => GgufTensorKind.Up,
                "down_proj" => GgufTensorKind.Down,
                "shared_expert_gate" => GgufTensorKind.Plain,
                _ => GgufTensorKind.Other,
            },
            _ => GgufTensorKind.Other,
        };
    }

    private long Rank(GgufTensorKind kind, long layer) => layers.TryGetValue(kind, out long[]? all) ? System.Array.BinarySearch(all, layer) : 0;
}
