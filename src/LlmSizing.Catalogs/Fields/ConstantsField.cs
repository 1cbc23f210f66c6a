using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Measured constants with their evidence.</summary>
internal sealed class ConstantsField : Field<IReadOnlyList<CalibrationConstant>>
{
    private static readonly ChoiceField ConstantName = new("name", true, CalibrationNames.All, "Which constant it is.");
    private static readonly DecimalField Value = new("value", true, 0, 1_000_000, false, "", "Its value, in the unit that the name ends with.");
    private static readonly DecimalField ErrorPercent = new("error_percent", true, 0, 1_000, false, "percent", "How far a case may lie off.");
    private static readonly IntegerField Cases = new("cases", true, 1, 1_000_000, "cases", "Cases that it was measured on.");
    private static readonly TextField Evidence = new("evidence", true, EntryFields.ProseLength, "Where the cases come from.", mayHaveLines: true);

    public ConstantsField(string name, string description)
        : base(name, isRequired: true, description)
    {
    }

    public MapShape Shape { get; } = new(ConstantName, Value, ErrorPercent, Cases, Evidence);

    public override string Expected => "a list of constants, such as [{ name: non_torch_gib, value: 0.25, error_percent: 10, cases: 12, evidence: start-up logs }]";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ListNode { Items.Count: > 0 } list)
        {
            return WrongType(value, place);
        }
        var constants = new List<CalibrationConstant>();
        for (int i = 0; i < list.Items.Count && !place.Problems.IsFull; i++)
        {
            if (ReadConstant(list.Items[i], place.Inside(Name, i)) is CalibrationConstant constant)
            {
                constants.Add(constant);
            }
        }
        return constants.Count == list.Items.Count ? constants : null;
    }

    private CalibrationConstant? ReadConstant(Node node, Place place)
    {
        if (node is not MapNode map || node.Defect is not null)
        {
            place.Refuse(node, null, node.Defect ?? new Defect(ProblemCodes.WrongType, $"The constant is {node.Kind}.", "Write a mapping that starts with 'name:'."));
            return null;
        }
        long before = place.Problems.Count;
        Values values = Shape.Read(map, place);
        return place.Problems.Count > before
            ? null
            : new CalibrationConstant(values.Get(ConstantName), values.Get(Value), values.Get(ErrorPercent), values.Get(Cases), values.Get(Evidence));
    }
}
