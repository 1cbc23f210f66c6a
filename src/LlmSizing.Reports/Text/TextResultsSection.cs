namespace LlmSizing;

internal static class TextResultsSection
{
    public static void Write(TextPage page, string number, Sizing sizing, Texts texts)
    {
        page.Box(SizingTitle.Section(number, SizingTitle.Results(sizing, texts), texts));
        foreach (ScenarioResult result in sizing.Results)
        {
            page.Banner(SizingTitle.Scenario(result, texts));
            foreach (InputFact fact in ScenarioFacts.Of(result))
            {
                page.Line($"  • {texts.Get("report.label." + fact.Label)}: {fact.Value}");
            }
            page.Line();
            foreach (Metric metric in MetricList.For(result))
            {
                Write(page, metric.Describe(result, texts), texts);
            }
        }
    }

    private static void Write(TextPage page, MetricResult metric, Texts texts)
    {
        page.Item("▸ ", $"{texts.Get($"metric.{metric.Metric}.title")}: {metric.Display}", 4);
        page.Line();
        TextRationale.Write(page, metric.Rationale, texts);
    }
}
