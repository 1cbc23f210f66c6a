namespace LlmSizing;

internal static class AlertText
{
    public static string Severity(Alert alert, Texts texts) => texts.Get(alert.Severity switch
    {
        AlertSeverity.Critical => "report.severity.critical",
        AlertSeverity.Warning => "report.severity.warning",
        _ => "report.severity.information",
    });
}
