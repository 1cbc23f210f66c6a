using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The weight matrices of a model, one line each.</summary>
internal sealed class WeightsField : Field<IReadOnlyList<WeightMatrix>>
{
    public WeightsField(string name, string description)
        : base(name, isRequired: false, description)
    {
    }

    public static string Item => "component name [@layers] [copies*]rows[xcolumns] split format";

    /// <summary>The form of a line, for schemas.</summary>
    public static string Pattern =>
        $"^({string.Join("|", WeightComponent.All)}) [!-~]{{1,128}}( @[0-9,/-]+)? ([0-9]+\\*)?[0-9]+(x[0-9]+)? (replicated|column|row|vocab|kv:[0-9]+) ({string.Join("|", WeightFormat.All)})$";

    public override string Expected => $"a list of lines '{Item}', such as [attention q_proj @0-47 4096x2048 column bf16]";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ListNode { Items.Count: > 0 } list)
        {
            return WrongType(value, place);
        }
        var weights = new List<WeightMatrix>();
        for (int i = 0; i < list.Items.Count && !place.Problems.IsFull; i++)
        {
            if (ReadMatrix(list.Items[i], place.Item(Name, i)) is WeightMatrix matrix)
            {
                weights.Add(matrix);
            }
        }
        return weights.Count == list.Items.Count ? weights : null;
    }

    private WeightMatrix? ReadMatrix(Node node, Place place)
    {
        if (node is not ScalarNode scalar || node.Defect is not null)
        {
            place.Refuse(node, Name, node.Defect ?? new Defect(ProblemCodes.WrongType, $"The matrix is {node.Kind}.", $"Write '{Item}'."));
            return null;
        }
        try
        {
            return WeightMatrix.Parse(scalar.Text);
        }
        catch (SizingException error)
        {
            place.Refuse(node, Name, ProblemCodes.BadWeights, Shown.Plain(error.Message), $"Write '{Item}'.");
            return null;
        }
    }
}
