using System.Linq;

namespace LlmSizing;

/// <summary>The inputs, scenarios and alerts of a sizing.</summary>
internal static class MarkdownSizing
{
    public static void Write(MarkdownPage page, int level, Sizing sizing, Texts texts)
    {
        page.Heading(level, texts.Get("report.section.inputs"));
        foreach (InputGroup group in InputSheet.Of(sizing.Request, texts))
        {
            WriteInputs(page, group, texts);
        }
        page.Heading(level, SizingTitle.Results(sizing, texts));
        foreach (ScenarioResult result in sizing.Results)
        {
            WriteScenario(page, level + 1, result, texts);
        }
        page.Heading(level, texts.Get("report.section.alerts"));
        WriteAlerts(page, sizing, texts);
    }

    private static void WriteInputs(MarkdownPage page, InputGroup group, Texts texts) => page.Table(
        [new(group.Title), new(texts.Get("report.column.value"))],
        group.Facts.Count == 0
            ? [["-", texts.Get("report.not_stated")]]
            : group.Facts.Select(fact => new[] { texts.Get("report.label." + fact.Label), fact.Value }));

    private static void WriteScenario(MarkdownPage page, int level, ScenarioResult result, Texts texts)
    {
        page.Heading(level, SizingTitle.Scenario(result, texts));
        page.List(ScenarioFacts.Of(result).Select(fact => $"{texts.Get("report.label." + fact.Label)}: {fact.Value}"));
        foreach (Metric metric in MetricList.For(result))
        {
            MetricResult described = metric.Describe(result, texts);
            MarkdownRationale.Write(page, $"{texts.Get($"metric.{described.Metric}.title")}: {described.Display}", described.Rationale);
        }
    }

    private static void WriteAlerts(MarkdownPage page, Sizing sizing, Texts texts)
    {
        if (sizing.Alerts.Count == 0)
        {
            page.Paragraph(texts.Get("report.alerts.none_of_any"));
            return;
        }
        page.Table(
        [
            new(texts.Get("report.column.severity")),
            new(texts.Get("report.column.code")),
            new(texts.Get("report.column.message")),
            new(texts.Get("report.alerts.action")),
            new(texts.Get("report.alerts.scenarios")),
        ],
        sizing.Alerts.Select(item => new[]
        {
            AlertText.Severity(item.Alert, texts),
            item.Alert.Code,
            item.Alert.Message,
            item.Alert.Action,
            ScenarioTitle.Joined(item.Scenarios, texts, ", "),
        }));
    }
}
