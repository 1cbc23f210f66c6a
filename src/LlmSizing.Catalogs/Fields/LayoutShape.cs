using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A layout of layer groups: its name, the fields it needs, those it may have, and how a group is made of them.</summary>
internal sealed class LayoutShape
{
    private readonly Field[] required;
    private readonly Field[] optional;
    private readonly Func<Values, long, LayerSet?, LayerGroup> create;

    private LayoutShape(string name, Field[] required, Field[] optional, Func<Values, long, LayerSet?, LayerGroup> create)
    {
        Name = name;
        this.required = required;
        this.optional = optional;
        this.create = create;
    }

    public string Name { get; }

    /// <summary>Fields that a group of the layout must have, beside its count.</summary>
    public IReadOnlyList<Field> Required => required;

    public IReadOnlyList<Field> Optional => optional;

    public static IReadOnlyList<LayoutShape> All { get; } =
    [
        new("full", [LayerFields.Heads, LayerFields.HeadDim], [LayerFields.ValueHeadDim], (values, count, at) =>
            new FullAttention(count, values.Get(LayerFields.Heads), values.Get(LayerFields.HeadDim), values.Number(LayerFields.ValueHeadDim), at)),
        new("sliding", [LayerFields.Heads, LayerFields.HeadDim, LayerFields.Window], [LayerFields.ValueHeadDim], (values, count, at) => new SlidingAttention(
            count, values.Get(LayerFields.Heads), values.Get(LayerFields.HeadDim), values.Get(LayerFields.Window), values.Number(LayerFields.ValueHeadDim), at)),
        new("chunked", [LayerFields.Heads, LayerFields.HeadDim, LayerFields.ChunkSize], [LayerFields.ValueHeadDim], (values, count, at) => new ChunkedAttention(
            count, values.Get(LayerFields.Heads), values.Get(LayerFields.HeadDim), values.Get(LayerFields.ChunkSize), values.Number(LayerFields.ValueHeadDim), at)),
        new("mla", [LayerFields.LatentDim, LayerFields.RopeDim], [LayerFields.IndexHeadDim], (values, count, at) =>
            new LatentAttention(count, values.Get(LayerFields.LatentDim), values.Get(LayerFields.RopeDim), values.Number(LayerFields.IndexHeadDim), at)),
        new("compressed", [LayerFields.HeadDim, LayerFields.Window, LayerFields.CompressionRatio, LayerFields.IndexHeadDim], [], (values, count, at) => new CompressedAttention(
            count, values.Get(LayerFields.HeadDim), values.Get(LayerFields.Window), values.Get(LayerFields.CompressionRatio), values.Get(LayerFields.IndexHeadDim), at)),
        new("shared", [], [], (values, count, at) => new SharedCache(count, at)),
        new("cross", [LayerFields.Heads, LayerFields.HeadDim, LayerFields.EncoderTokens], [LayerFields.ValueHeadDim], (values, count, at) => new CrossAttention(
            count, values.Get(LayerFields.Heads), values.Get(LayerFields.HeadDim), values.Get(LayerFields.EncoderTokens), values.Number(LayerFields.ValueHeadDim), at)),
        .. RecurrentState.Mechanisms.Select(Recurrent),
    ];

    /// <summary>Refuses a field that is missing or that the layout does not have.</summary>
    public void Check(Values values, Place place)
    {
        foreach (Field field in LayerFields.Sizes)
        {
            Node? written = values.Node.Find(field.Name);
            bool isRequired = required.Contains(field);
            if (isRequired && written is null)
            {
                place.Refuse(values.Node, field.Name, Missing(field), $"A {Name} layer needs {field.Name}.", $"Write {field.Name}: {field.Expected}.");
            }
            else if (written is not null && !isRequired && !optional.Contains(field))
            {
                place.Refuse(written, field.Name, Unexpected(field), $"A {Name} layer has no {field.Name}.", "Leave it out, or write another layout.");
            }
        }
    }

    public LayerGroup Create(Values values, long count, LayerSet? at) => create(values, count, at);

    private static LayoutShape Recurrent(string mechanism) => new(
        mechanism,
        [],
        [
            LayerFields.ConvolutionChannels, LayerFields.ConvolutionKernel, LayerFields.StateGroups, LayerFields.StateHeads,
            LayerFields.StateHeadDim, LayerFields.StateSize, LayerFields.ConvolutionDtype, LayerFields.StateDtype,
        ],
        (values, count, at) => new RecurrentState(mechanism, count, State(values), at));

    private static StateShape State(Values values) => new(
        values.Number(LayerFields.ConvolutionChannels) ?? 0, values.Number(LayerFields.ConvolutionKernel) ?? 0, values.Number(LayerFields.StateGroups) ?? 0,
        values.Number(LayerFields.StateHeads) ?? 0, values.Number(LayerFields.StateHeadDim) ?? 0, values.Number(LayerFields.StateSize) ?? 0,
        Format(values, LayerFields.ConvolutionDtype), Format(values, LayerFields.StateDtype));

    private static KvPrecision Format(Values values, ChoiceField field) => KvPrecision.Find(values.Find(field) ?? "bf16")!;

    private static string Missing(Field field) => field == LayerFields.Window ? ProblemCodes.WindowMissing : ProblemCodes.MissingField;

    private static string Unexpected(Field field) => field == LayerFields.Window ? ProblemCodes.WindowUnexpected : ProblemCodes.UnexpectedField;
}
