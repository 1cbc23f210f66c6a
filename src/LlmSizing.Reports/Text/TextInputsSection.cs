namespace LlmSizing;

internal static class TextInputsSection
{
    public static void Write(TextPage page, string number, Sizing sizing, Texts texts)
    {
        page.Box(SizingTitle.Section(number, texts.Get("report.section.inputs"), texts));
        foreach (InputGroup group in InputSheet.Of(sizing.Request, texts))
        {
            page.Line(group.Title + ":");
            foreach (InputFact fact in group.Facts)
            {
                page.Item(fact.IsDetail ? "    • " : "  ", $"{texts.Get("report.label." + fact.Label)}: {fact.Value}", fact.IsDetail ? 6 : 4);
            }
            if (group.Facts.Count == 0)
            {
                page.Line("  " + texts.Get("report.not_stated"));
            }
            page.Line();
        }
    }
}
