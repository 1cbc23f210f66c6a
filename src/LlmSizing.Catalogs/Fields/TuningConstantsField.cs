using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Constants of step times by their names; what is left out comes from a wider entry.</summary>
internal sealed class TuningConstantsField : Field<IReadOnlyList<KeyValuePair<TuningConstant, double>>>
{
    private static readonly DecimalField[] Numbers = TuningConstants.All
        .Select(constant => new DecimalField(constant.Name, false, (decimal)constant.Least, (decimal)constant.Most, false, constant.Unit == "ratio" ? "" : constant.Unit, constant.Name.Replace('_', ' ') + "."))
        .ToArray();

    public TuningConstantsField(string name, string description)
        : base(name, isRequired: true, description)
    {
    }

    public MapShape Shape { get; } = new(Numbers);

    public override string Expected => "a mapping, such as { weight_bandwidth_ratio: 0.8, step_us: 300 }";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not MapNode map)
        {
            return WrongType(value, place);
        }
        long before = place.Problems.Count;
        Values values = Shape.Read(map, place.Inside(Name));
        return place.Problems.Count > before
            ? null
            : TuningConstants.All.Where(constant => values.Number(Numbers[constant.Index]) is not null)
                .Select(constant => new KeyValuePair<TuningConstant, double>(constant, (double)values.Number(Numbers[constant.Index])!.Value)).ToArray();
    }
}
