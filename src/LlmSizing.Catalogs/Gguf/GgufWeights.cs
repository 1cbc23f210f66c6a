using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace LlmSizing;

/// <summary>The tensor table as lines of weights: tensors of one role, shape and type become one line with its layers.</summary>
internal sealed class GgufWeights
{
    // blk.12.attn_q.weight, and blk.3.ffn_gate.7.weight of files with a tensor for each expert.
    private static readonly Regex Name = new(@"^(?:blk\.([0-9]{1,4})\.)?(.+?)(?:\.([0-9]{1,4}))?(?:\.(weight|bias|scale))?$", RegexOptions.CultureInvariant);

    private readonly GgufConfig config;
    private readonly long layers;
    private readonly Dictionary<string, Line> lines = new(StringComparer.Ordinal);
    private readonly List<Line> inOrder = [];

    private GgufWeights(GgufConfig config)
    {
        this.config = config;
        layers = config.Layers;
    }

    /// <summary>The lines of a model's tensors.</summary>
    public static IReadOnlyList<WeightMatrix> Of(GgufConfig config, IEnumerable<GgufTensor> tensors)
    {
        var weights = new GgufWeights(config);
        foreach (GgufTensor tensor in tensors)
        {
            weights.Add(tensor);
        }
        return weights.inOrder.Select(line => line.ToMatrix()).ToArray();
    }

    private void Add(GgufTensor tensor)
    {
        Match name = Name.Match(tensor.Name);
        if (!name.Success)
        {
            throw new ImportException($"Tensor {Shown.Quoted(tensor.Name)} has no name that can be read: the file is damaged.", tensor.Name);
        }
        long? block = Number(name.Groups[1]);
        if (block >= config.Blocks)
        {
            throw new ImportException($"Tensor {Shown.Quoted(tensor.Name)} is of a block beyond the {NumberText.Plain(config.Blocks)} that the file states.", tensor.Name);
        }
        bool isExpert = name.Groups[3].Success && name.Groups[2].Value is "ffn_gate" or "ffn_up" or "ffn_down";
        string own = name.Groups[2].Value + (isExpert ? "_exps" : name.Groups[3].Success ? "." + name.Groups[3].Value : "");
        string suffix = name.Groups[4].Value is "" or "weight" ? "" : "." + name.Groups[4].Value;
        GgufRole role = GgufRole.Of(own);
        bool isDraft = block >= layers;
        string component = isDraft ? WeightComponent.Mtp : role.Component;
        string shown = (role.Name.Length > 0 ? role.Name : own) + suffix;
        (WeightSplit split, long heads) = SplitOf(tensor, role, suffix.Length > 0, isDraft ? null : block);
        (long copies, long rows, long columns) = SizesOf(tensor, component);
        Line line = LineOf(component, shown, isExpert ? 1 : copies, rows, columns, split, heads, tensor.Format);
        line.Add(isDraft ? block - layers : block);
    }

    private Line LineOf(string component, string name, long copies, long rows, long columns, WeightSplit split, long heads, WeightFormat format)
    {
        string key = string.Join("|", component, name, copies.ToString(CultureInfo.InvariantCulture), rows.ToString(CultureInfo.InvariantCulture), columns.ToString(CultureInfo.InvariantCulture), split, heads, format.Name);
        if (!lines.TryGetValue(key, out Line? line))
        {
            line = new Line(component, name, copies, rows, columns, split, heads, format);
            lines.Add(key, line);
            inOrder.Add(line);
        }
        return line;
    }

    // A vector has its elements as rows; experts are copies, any other third dimension is more rows.
    private static (long Copies, long Rows, long Columns) SizesOf(GgufTensor tensor, string component)
    {
        if (tensor.IsVector)
        {
            return (1, tensor.Columns, 1);
        }
        bool isExperts = component is WeightComponent.Experts or WeightComponent.Mtp && tensor.Sizes.Count > 2;
        return isExperts ? (tensor.Copies, tensor.Rows, tensor.Columns) : (1, tensor.Elements / tensor.Columns, tensor.Columns);
    }

    private (WeightSplit Split, long Heads) SplitOf(GgufTensor tensor, GgufRole role, bool isBias, long? block)
    {
        if (role.Split == WeightSplit.Row && isBias)
        {
            return (WeightSplit.Replicated, 0);
        }
        if (role.Split != WeightSplit.KeyValue)
        {
            return (role.Split, 0);
        }
        long heads = block is long layer ? config.KeyValueHeads(layer) : 0;
        long rows = tensor.IsVector ? tensor.Columns : tensor.Rows;
        return heads > 0 && rows % heads == 0 ? (WeightSplit.KeyValue, heads) : (WeightSplit.Column, 0);
    }

    private static long? Number(Group digits) => digits.Success ? long.Parse(digits.Value, CultureInfo.InvariantCulture) : null;

    private sealed class Line
    {
        private readonly string component;
        private readonly string name;
        private readonly long copies;
        private readonly long rows;
        private readonly long columns;
        private readonly WeightSplit split;
        private readonly long heads;
        private readonly WeightFormat format;
        private readonly SortedDictionary<long, long> layers = [];
        private long outside;

        public Line(string component, string name, long copies, long rows, long columns, WeightSplit split, long heads, WeightFormat format)
        {
            this.component = component;
            this.name = name;
            this.copies = copies;
            this.rows = rows;
            this.columns = columns;
            this.split = split;
            this.heads = heads;
            this.format = format;
        }

        public void Add(long? layer)
        {
            if (layer is not long number)
            {
                outside++;
                return;
            }
            layers[number] = layers.TryGetValue(number, out long had) ? had + 1 : 1;
        }

        // Files with a tensor for each expert have as many of them in every layer.
        public WeightMatrix ToMatrix()
        {
            long times = layers.Count == 0 ? outside : layers.Values.First();
            return layers.Values.All(count => count == times)
                ? new WeightMatrix(component, name, layers.Count == 0 ? null : LayerSet.Of(layers.Keys), copies * times, rows, columns, split, format, heads)
                : throw new ImportException($"The layers have different numbers of tensors for {Shown.Quoted(name)}: the file is damaged.", name);
        }
    }
}
