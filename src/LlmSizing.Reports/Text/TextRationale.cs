namespace LlmSizing;

/// <summary>Formula, inputs and interpretation below the number that they explain.</summary>
internal static class TextRationale
{
    public static void Write(TextPage page, Rationale rationale, Texts texts)
    {
        page.Line($"  {texts.Get("report.rationale")}:");
        page.Line($"    {texts.Get("report.rationale.formula")}:");
        foreach (string line in rationale.Formula)
        {
            page.Item("      ", line, 8);
        }
        page.Line($"    {texts.Get("report.rationale.inputs")}:");
        foreach (RationaleInput input in rationale.Inputs)
        {
            page.Item("      • ", input.ToString(), 8);
        }
        page.Line($"    {texts.Get("report.rationale.interpretation")}:");
        page.Prose("      ", rationale.Interpretation, 6);
        page.Line();
    }
}
