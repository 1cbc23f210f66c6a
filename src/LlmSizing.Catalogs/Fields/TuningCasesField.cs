using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What a tuning was fitted to, with the errors.</summary>
internal sealed class TuningCasesField : Field<IReadOnlyList<TuningCase>>
{
    private static readonly TextField Model = new("model", true, EntryFields.NameLength, "The model's name in the catalog.");
    private static readonly TextField Gpu = new("gpu", true, EntryFields.WordLength, "The GPU's name, as servers say it.");
    private static readonly IntegerField Rows = new("rows", true, 1, 1_000_000_000, "points", "Measured points.");
    private static readonly DecimalField Tpot = Percent("tpot_percent", "Median error of TPOT.");
    private static readonly DecimalField Ttft = Percent("ttft_percent", "Median error of TTFT.");
    private static readonly DecimalField LeftOutTpot = Percent("left_out_tpot_percent", "Median error of TPOT where the fit did not see the case.");
    private static readonly DecimalField LeftOutTtft = Percent("left_out_ttft_percent", "Median error of TTFT where the fit did not see the case.");

    public TuningCasesField(string name, string description)
        : base(name, isRequired: false, description)
    {
    }

    public MapShape Shape { get; } = new(Model, Gpu, Rows, Tpot, Ttft, LeftOutTpot, LeftOutTtft);

    public override string Expected => "a list of cases, such as [{ model: qwen3-32b, gpu: NVIDIA H100 SXM 80GB, rows: 139, tpot_percent: 7, ttft_percent: 18, left_out_tpot_percent: 20, left_out_ttft_percent: 19 }]";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ListNode list)
        {
            return WrongType(value, place);
        }
        var cases = new List<TuningCase>();
        for (int i = 0; i < list.Items.Count && !place.Problems.IsFull; i++)
        {
            Place inside = place.Inside(Name, i);
            if (list.Items[i] is not MapNode map || list.Items[i].Defect is not null)
            {
                inside.Refuse(list.Items[i], null, list.Items[i].Defect ?? new Defect(ProblemCodes.WrongType, $"The case is {list.Items[i].Kind}.", "Write a mapping that starts with 'model:'."));
                continue;
            }
            long before = place.Problems.Count;
            Values values = Shape.Read(map, inside);
            if (place.Problems.Count == before)
            {
                cases.Add(new TuningCase(values.Get(Model), values.Get(Gpu), values.Get(Rows), values.Number(Tpot), values.Number(Ttft), values.Number(LeftOutTpot), values.Number(LeftOutTtft)));
            }
        }
        return cases.Count == list.Items.Count ? cases : null;
    }

    private static DecimalField Percent(string name, string description) => new(name, false, 0, 1_000_000, false, "percent", description);
}
