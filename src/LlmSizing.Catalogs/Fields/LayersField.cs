using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Layer groups, in the order of their first layer.</summary>
internal sealed class LayersField : Field<IReadOnlyList<LayerGroup>>
{
    public LayersField(string name, bool isRequired, string description)
        : base(name, isRequired, description)
    {
    }

    public MapShape Shape { get; } = new([LayerFields.Layout, LayerFields.Count, LayerFields.At, .. LayerFields.Sizes]);

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
        LayoutShape? layout = values.Find(LayerFields.Layout) is string name ? LayoutShape.All.First(shape => shape.Name == name) : null;
        layout?.Check(values, place);
        return place.Problems.Count > before ? null : Create(layout!, values, map, place);
    }

    private static LayerGroup? Create(LayoutShape layout, Values values, MapNode map, Place place)
    {
        LayerSet? at = values.Find(LayerFields.At);
        try
        {
            return layout.Create(values, values.Get(LayerFields.Count), at);
        }
        catch (SizingException error)
        {
            place.Refuse(map.Find(error.Input) ?? map, error.Input, ProblemCodes.BadGroup, error.Message, "Correct the group.");
            return null;
        }
    }
}
