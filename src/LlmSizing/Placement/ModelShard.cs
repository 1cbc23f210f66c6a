using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What one GPU of a pipeline stage holds of a model: the busiest of the stage's GPUs.</summary>
public sealed class ModelShard
{
    private const long VocabularyMultiple = 64;

    /// <summary>Takes the share of one GPU.</summary>
    /// <param name="model">The model; its architecture is needed for weights, not for the cache.</param>
    /// <param name="placement">How the replica lies on GPUs.</param>
    /// <param name="stage">The pipeline stage.</param>
    public ModelShard(Model model, Placement placement, PipelineStage stage)
    {
        Model = model;
        Placement = placement;
        Stage = stage;
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>How the replica lies on GPUs.</summary>
    public Placement Placement { get; }

    /// <summary>The pipeline stage.</summary>
    public PipelineStage Stage { get; }

    /// <summary>One share per stage.</summary>
    public static IReadOnlyList<ModelShard> Of(Model model, Placement placement) =>
        PipelineStage.Split(LayersOf(model), placement.PipelineParallel).Select(stage => new ModelShard(model, placement, stage)).ToArray();

    /// <summary>Layers of a group that lie in the stage.</summary>
    public long CountOf(LayerGroup group) =>
        Model.IsDraft(group) ? (Stage.IsLast ? group.Count : 0) : group.CountIn(Stage.First, Stage.End, LayersOf(Model));

    /// <summary>Bytes of the weights on the GPU as they are published, scales included.</summary>
    public long WeightBytes => Weights().Sum(matrix => BytesOf(matrix, matrix.Format));

    /// <summary>The loaded matrices that lie in the stage.</summary>
    public IEnumerable<WeightMatrix> Weights() => (Model.Architecture?.Loaded ?? Enumerable.Empty<WeightMatrix>()).Where(matrix => CountOf(matrix) > 0);

    /// <summary>Times that the stage has a matrix: its layers, or once where it is in none.</summary>
    public long CountOf(WeightMatrix matrix)
    {
        // A tower's layers and those of multi-token prediction are counted apart from the model's.
        if (matrix.Layers is LayerSet layers && matrix.Component is not (WeightComponent.Mtp or WeightComponent.Vision or WeightComponent.Audio))
        {
            return layers.CountIn(Stage.First, Stage.End);
        }
        return matrix.Component switch
        {
            WeightComponent.Embedding => Stage.IsFirst || (Stage.IsLast && IsTied) ? 1 : 0,
            WeightComponent.Vision or WeightComponent.Audio => Stage.IsFirst ? matrix.Count : 0,
            _ => Stage.IsLast ? matrix.Count : 0,
        };
    }

    /// <summary>Bytes of a matrix on the GPU, in all layers of the stage.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="format">How it is stored.</param>
    public long BytesOf(WeightMatrix matrix, WeightFormat format)
    {
        (long copies, long rows, long columns) = ShareOf(matrix);
        return checked(CountOf(matrix) * copies * format.Bytes(rows, columns));
    }

    /// <summary>What the GPU holds of a matrix in one layer: how many copies, and their rows and columns.</summary>
    internal (long Copies, long Rows, long Columns) ShareOf(WeightMatrix matrix)
    {
        bool isExpert = matrix.Component == WeightComponent.Experts;
        long parts = isExpert ? Placement.ExpertTensorParallel : Placement.TensorParallel;
        long copies = isExpert ? Division.Ceiling(matrix.Copies, Placement.ExpertParallel) : matrix.Copies;
        return matrix.Split switch
        {
            WeightSplit.Column => (copies, Division.Ceiling(matrix.Rows, parts), matrix.Columns),
            WeightSplit.Row => (copies, matrix.Rows, Division.Ceiling(matrix.Columns, parts)),
            WeightSplit.KeyValue => (copies, matrix.Rows / matrix.KeyValueHeads * Division.Ceiling(matrix.KeyValueHeads, parts), matrix.Columns),
            WeightSplit.Vocabulary => (copies, Division.Ceiling(Division.Ceiling(matrix.Rows, VocabularyMultiple) * VocabularyMultiple, parts), matrix.Columns),
            _ => (copies, matrix.Rows, matrix.Columns),
        };
    }

    /// <summary>Bytes that a session keeps on the GPU.</summary>
    /// <param name="context">Tokens of the session.</param>
    /// <param name="precision">The precision of keys and values.</param>
    public long KvBytesPerSession(long context, KvPrecision precision)
    {
        long own = Division.Ceiling(context, Placement.ContextParallel);
        long sum = 0;
        foreach (LayerGroup group in Model.Layers)
        {
            long count = CountOf(group);
            sum = checked(sum + (count == 0 ? 0 : group.BytesPerSession(own, precision, Placement.TensorParallel) / group.Count * count));
        }
        return sum;
    }

    internal bool IsTied => Model.Architecture?.Weights.Any(matrix => matrix.Component == WeightComponent.Head) == false;

    // The transformer's layers where they are known: some have no attention.
    internal static long LayersOf(Model model) => model.Architecture?.Sizes.NumHiddenLayers ?? model.NumLayers;
}
