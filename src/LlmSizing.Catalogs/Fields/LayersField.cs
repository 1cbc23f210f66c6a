using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The layer groups of a model, in the order of their first layer.</summary>
internal sealed class LayersField : Field<IReadOnlyList<LayerGroup>>
{
    private const string Full = "full";
    private const string Sliding = "sliding";

    private static readonly ChoiceField Layout = new("layout", true, [Full, Sliding], "full: the layers keep the whole context; sliding: they keep the newest tokens only.");
    private static readonly IntegerField Count = new("count", true, 1, ModelLimits.Layers, "layers", "Layers of the group.");
    private static readonly IntegerField Heads = new("num_key_value_heads", true, 1, ModelLimits.Heads, "heads", "Key/value heads of a layer (not query heads).");
    private static readonly IntegerField HeadDim = new("head_dim", true, 1, ModelLimits.HeadDim, "elements", "Elements of one key vector of a head.");
    private static readonly IntegerField ValueHeadDim = new("value_head_dim", false, 1, ModelLimits.HeadDim, "elements", "Elements of one value vector of a head, where it differs from head_dim.");
    private static readonly IntegerField Window = new("sliding_window", false, 1, ModelLimits.Tokens, "tokens", "Tokens that a sliding layer keeps; required there, refused elsewhere.");

    public LayersField(string name, string description)
        : base(name, isRequired: true, description)
    {
    }

    public MapShape Shape { get; } = new(Layout, Count, Heads, HeadDim, ValueHeadDim, Window);

    public override string Expected => "a list of layer groups, such as [{ layout: full, count: 24, num_key_value_heads: 8, head_dim: 64 }]";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ListNode { Items.Count: > 0 } list)
        {
            return WrongType(value, place);
        }
        var groups = new List<LayerGroup>();
        for (int i = 0; i < list.Items.Count && !place.Problems.IsFull; i++)
        {
            if (ReadGroup(list.Items[i], place.Inside(Name, i)) is LayerGroup group)
            {
                groups.Add(group);
            }
        }
        return groups.Count == list.Items.Count ? groups : null;
    }

    private LayerGroup? ReadGroup(Node node, Place place)
    {
        if (node.Defect is not null)
        {
            place.Refuse(node, null, node.Defect);
            return null;
        }
        if (node is not MapNode map)
        {
            place.Refuse(node, null, ProblemCodes.WrongType, $"The layer group is {node.Kind}.", "Write a mapping, such as { layout: full, count: 24, num_key_value_heads: 8, head_dim: 64 }.");
            return null;
        }
        long before = place.Problems.Count;
        Values values = Shape.Read(map, place);
        CheckWindow(values, place);
        if (place.Problems.Count > before)
        {
            return null;
        }
        long? valueHeadDim = values.Number(ValueHeadDim);
        return values.Number(Window) is long window
            ? new SlidingAttention(values.Get(Count), values.Get(Heads), values.Get(HeadDim), window, valueHeadDim)
            : new FullAttention(values.Get(Count), values.Get(Heads), values.Get(HeadDim), valueHeadDim);
    }

    private static void CheckWindow(Values values, Place place)
    {
        Node? window = values.Node.Find(Window.Name);
        string? layout = values.Find(Layout);
        if (layout == Sliding && window is null)
        {
            place.Refuse(values.Node, Window.Name, ProblemCodes.WindowMissing, "A sliding layer needs sliding_window.", $"Write sliding_window: {Window.Expected}.");
        }
        else if (layout == Full && window is not null)
        {
            place.Refuse(window, Window.Name, ProblemCodes.WindowUnexpected, "A full layer has no sliding_window.", "Leave it out, or write layout: sliding.");
        }
    }
}
