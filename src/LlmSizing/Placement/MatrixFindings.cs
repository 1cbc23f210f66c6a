using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What the sides of the matrices and the tiles of their scales forbid; the towers of other media are left out, as engines can run them whole on each GPU.</summary>
internal static class MatrixFindings
{
    public static string? NotDivisible(Model model, Placement placement)
    {
        foreach (WeightMatrix matrix in Split(model))
        {
            long parts = Parts(matrix, placement);
            long side = matrix.Split == WeightSplit.Row ? matrix.Columns : matrix.Rows;
            if (side % parts != 0)
            {
                return $"{Degree(matrix, placement, parts)} does not divide the {Plain(side)} {Side(matrix)} of {matrix.Name} ({matrix.Component}).";
            }
        }
        return null;
    }

    public static string? ScalesNotDivisible(Model model, Placement placement)
    {
        foreach (WeightMatrix matrix in Split(model))
        {
            long parts = Parts(matrix, placement);
            long tile = matrix.Split == WeightSplit.Row ? matrix.Format.TileColumns : matrix.Format.TileRows;
            long share = (matrix.Split == WeightSplit.Row ? matrix.Columns : matrix.Rows) / parts;
            if (parts > 1 && tile > 1 && share % tile != 0)
            {
                string way = matrix.Component == WeightComponent.Experts ? " Deal the experts whole instead, with ExpertParallel." : "";
                return $"{Degree(matrix, placement, parts)} leaves {Plain(share)} {Side(matrix)} of {matrix.Name} ({matrix.Component}) on a GPU, which the {Plain(tile)} of a scale in {matrix.Format.Name} do not divide.{way}";
            }
        }
        return null;
    }

    private static IEnumerable<WeightMatrix> Split(Model model) => (model.Architecture?.Loaded ?? Enumerable.Empty<WeightMatrix>())
        .Where(matrix => matrix.Split is WeightSplit.Column or WeightSplit.Row && matrix.Component is not (WeightComponent.Vision or WeightComponent.Audio));

    private static long Parts(WeightMatrix matrix, Placement placement) =>
        matrix.Component == WeightComponent.Experts ? placement.ExpertTensorParallel : placement.TensorParallel;

    private static string Degree(WeightMatrix matrix, Placement placement, long parts) =>
        matrix.Component == WeightComponent.Experts && parts != placement.TensorParallel
            ? $"A split of each expert in {Plain(parts)}" : $"TensorParallel of {Plain(parts)}";

    private static string Side(WeightMatrix matrix) => matrix.Split == WeightSplit.Row ? "input features" : "output features";

    private static string Plain(long value) => NumberText.Plain(value);
}
