using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Weight lines of the tensors of a checkpoint. The config's shape says how they are split and takes fused ones apart; the files say what there is.</summary>
internal sealed class ShapedWeights
{
    private static readonly LineKeys Keys = new();

    private readonly Model shape;
    private readonly ILookup<long, WeightMatrix> expected;
    private readonly bool hasHead;
    private readonly Dictionary<(string, string, long, long, WeightSplit, long, string, long), SortedDictionary<long, long>> lines = [];
    private readonly List<(string, string, long, long, WeightSplit, long, string, long)> order = [];

    private ShapedWeights(Model shape)
    {
        this.shape = shape;
        expected = shape.Architecture!.Weights
            .SelectMany(matrix => (matrix.Layers?.Numbers() ?? [-1L]).Select(layer => (Layer: layer, Matrix: matrix)))
            .ToLookup(pair => pair.Layer, pair => pair.Matrix);
        hasHead = shape.Architecture.Weights.Any(matrix => matrix.Component == WeightComponent.Head);
    }

    /// <summary>The lines.</summary>
    /// <param name="tensors">What the files hold.</param>
    /// <param name="shape">The model by its config, whose architecture is known.</param>
    public static IReadOnlyList<WeightMatrix> Of(CheckpointTensors tensors, Model shape)
    {
        var weights = new ShapedWeights(shape);
        var roles = new Dictionary<(string, bool), TensorRole>();
        foreach (IGrouping<long, KeyValuePair<(string Module, long Layer), List<TensorModule>>> layer in tensors.Modules.GroupBy(pair => pair.Key.Layer).OrderBy(group => group.Key))
        {
            bool isBeyond = layer.Key >= shape.Architecture!.Sizes.NumHiddenLayers;
            weights.AddLayer(layer.Key, [.. layer.SelectMany(pair => Stored(pair.Value, RoleOf(roles, pair.Key.Module, isBeyond)))]);
        }
        return weights.Lines();
    }

    private static TensorRole RoleOf(Dictionary<(string, bool), TensorRole> roles, string module, bool isBeyond)
    {
        if (!roles.TryGetValue((module, isBeyond), out TensorRole? role))
        {
            role = TensorRole.Of(module, isBeyond);
            roles.Add((module, isBeyond), role);
        }
        return role;
    }

    // Experts of one shape count together.
    private static IEnumerable<(TensorRole Role, StoredMatrix Matrix)> Stored(List<TensorModule> experts, TensorRole role)
    {
        bool isStacked = role.Component == WeightComponent.Experts && experts.Count == 1;
        return experts.SelectMany(module => TensorPacking.Read(module, isStacked)).GroupBy(matrix => matrix).Select(same => (role, same.Key.Times(same.Count())));
    }

    private void AddLayer(long layer, List<(TensorRole Role, StoredMatrix Matrix)> stored)
    {
        var named = new HashSet<string>(stored.Select(item => NameOf(item.Role, item.Matrix)), StringComparer.Ordinal);
        foreach ((TensorRole role, StoredMatrix matrix) in stored)
        {
            // A tied head that was saved all the same is not loaded.
            if (role.Component != WeightComponent.Head || hasHead)
            {
                Place(role.IsOutside ? -1 : layer, role, matrix, named);
            }
        }
    }

    private void Place(long layer, TensorRole role, StoredMatrix matrix, HashSet<string> named)
    {
        string name = NameOf(role, matrix);
        IEnumerable<WeightMatrix> here = expected[layer];
        WeightMatrix? known = here.FirstOrDefault(line => line.Name == name && line.Component == role.Component)
            ?? here.FirstOrDefault(line => line.Name == name && !role.IsOutside && line.Component is not (WeightComponent.Vision or WeightComponent.Audio or WeightComponent.Mtp));
        if (known is not null)
        {
            bool isSame = known.Rows * known.Columns == matrix.Rows * matrix.Columns;
            Add(layer, known.Component, name, matrix.Copies, isSame ? known.Rows : matrix.Rows, isSame ? known.Columns : matrix.Columns, known.Split, known.KeyValueHeads, matrix.Format);
            return;
        }
        WeightMatrix[] parts = role.IsOutside || matrix.Suffix.Length > 0 ? [] : Parts([.. here.Where(line => line.Component == role.Component && !named.Contains(line.Name))], matrix);
        foreach (WeightMatrix part in parts)
        {
            Add(layer, part.Component, part.Name, matrix.Copies, part.Rows, part.Columns, part.Split, part.KeyValueHeads, matrix.Format);
        }
        if (parts.Length == 0)
        {
            WeightSplit split = matrix.Suffix.Length == 0 || (matrix.Suffix == "bias" && role.Split != WeightSplit.Row) ? role.Split : WeightSplit.Replicated;
            long heads = split == WeightSplit.KeyValue ? shape.NumKeyValueHeads ?? 0 : 0;
            Add(layer, role.Component, name, matrix.Copies, matrix.Rows, matrix.Columns, split == WeightSplit.KeyValue && heads == 0 ? WeightSplit.Column : split, heads, matrix.Format);
        }
    }

    // A tensor that holds several matrices side by side (qkv_proj, gate_up_proj, in_proj) is a run of the shape's lines that has as many elements.
    private static WeightMatrix[] Parts(WeightMatrix[] lines, StoredMatrix matrix)
    {
        long elements = matrix.Rows * matrix.Columns;
        for (int start = 0; start < lines.Length; start++)
        {
            long sum = 0;
            for (int end = start; end < lines.Length && sum < elements; end++)
            {
                sum += lines[end].Rows * lines[end].Columns;
                if (sum == elements)
                {
                    return lines.Skip(start).Take(end - start + 1).ToArray();
                }
            }
        }
        return [];
    }

    private static string NameOf(TensorRole role, StoredMatrix matrix) => matrix.Suffix.Length == 0 ? role.Name : role.Name + "." + matrix.Suffix;

    private void Add(long layer, string component, string name, long copies, long rows, long columns, WeightSplit split, long heads, WeightFormat format)
    {
        // A layer's number of experts is part of the line; outside of layers copies add up.
        var key = (component, name, rows, columns, split, heads, format.Name, layer < 0 ? 0 : copies);
        if (!lines.TryGetValue(key, out SortedDictionary<long, long>? layers))
        {
            layers = [];
            lines.Add(key, layers);
            order.Add(key);
        }
        layers[layer] = layers.TryGetValue(layer, out long before) ? before + copies : copies;
    }

    private IReadOnlyList<WeightMatrix> Lines() =>
    [
        .. order.OrderBy(key => key, Keys).SelectMany(key => lines[key].GroupBy(pair => pair.Value, pair => pair.Key).Select(same => new WeightMatrix(
            key.Item1, key.Item2, same.First() < 0 ? null : LayerSet.Of(same), same.Key, key.Item3, key.Item4, key.Item5, WeightFormat.Find(key.Item7)!, key.Item6))),
    ];

    private sealed class LineKeys : IComparer<(string, string, long, long, WeightSplit, long, string, long)>
    {
        private static readonly string[] Components = [.. WeightComponent.All];

        public int Compare((string, string, long, long, WeightSplit, long, string, long) x, (string, string, long, long, WeightSplit, long, string, long) y) =>
            Array.IndexOf(Components, x.Item1).CompareTo(Array.IndexOf(Components, y.Item1));
    }
}
