using System.Linq;

namespace LlmSizing;

/// <summary>The critical alerts and the warnings; what is only good to know is left to the other formats.</summary>
internal static class TextAlertsSection
{
    public static void Write(TextPage page, string number, Sizing sizing, Texts texts)
    {
        page.Box(SizingTitle.Section(number, texts.Get("report.section.alerts"), texts));
        if (!sizing.SevereAlerts.Any())
        {
            page.Prose("", texts.Get("report.alerts.none"), 0);
            page.Line();
        }
        foreach (SizingAlert item in sizing.SevereAlerts)
        {
            string scenarios = ScenarioTitle.Of(item, texts) is string titles ? $" ({titles})" : "";
            page.Item("▸ ", $"{AlertText.Severity(item.Alert, texts)}: {item.Alert.Code}{scenarios}", 4);
            page.Prose("  ", item.Alert.Message, 2);
            page.Prose("  ", $"{texts.Get("report.alerts.action")}: {item.Alert.Action}", 2);
            page.Line();
        }
    }
}
