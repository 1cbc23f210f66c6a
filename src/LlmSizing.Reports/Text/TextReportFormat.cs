using System.IO;

namespace LlmSizing;

/// <summary>The report to sign: 100 columns of plain text.</summary>
public sealed class TextReportFormat : ReportFormat
{
    /// <summary>Creates the format.</summary>
    public TextReportFormat()
        : base("Text", ".txt")
    {
    }

    /// <inheritdoc/>
    public override void Write(SizingReport report, TextWriter writer)
    {
        Texts texts = report.Texts;
        var page = new TextPage(writer);
        page.Banner(texts.Get("report.title"), texts.Get("report.subtitle"));
        page.Line();
        if (report.Sizings.Count == 1)
        {
            One(page, report);
        }
        else if (report.Sizings.Count > 1)
        {
            Several(page, report);
        }
        int section = SectionsBefore(report);
        foreach (FleetResult fleet in report.Fleets)
        {
            TextFleetSection.Write(page, NumberText.Plain(++section), fleet, texts);
        }
        foreach (SimulationResult simulation in report.Simulations)
        {
            TextSimulationSection.Write(page, NumberText.Plain(++section), simulation, texts);
        }
        page.Banner(texts.Get("report.end"));
    }

    /// <inheritdoc/>
    public override void Write(OptionComparison comparison, TextWriter writer) => TextOptions.Write(new TextPage(writer), comparison);

    private static int SectionsBefore(SizingReport report) => report.Sizings.Count switch { 0 => 0, 1 => 4, int several => several + 2 };

    private static void One(TextPage page, SizingReport report)
    {
        Sizing sizing = report.Sizings[0];
        TextInputsSection.Write(page, "1", sizing, report.Texts);
        TextDictionarySection.Write(page, "2", report);
        TextResultsSection.Write(page, "3", sizing, report.Texts);
        TextAlertsSection.Write(page, "4", sizing, report.Texts);
    }

    private static void Several(TextPage page, SizingReport report)
    {
        Texts texts = report.Texts;
        string count = NumberText.Grouped(report.Sizings.Count);
        TextComparisonSection.Write(page, "1", report);
        for (int i = 0; i < report.Sizings.Count; i++)
        {
            Sizing sizing = report.Sizings[i];
            string section = NumberText.Plain(i + 2);
            page.Banner(SizingTitle.Of(sizing, NumberText.Grouped(i + 1), count, texts));
            page.Line();
            TextInputsSection.Write(page, section + ".1", sizing, texts);
            TextResultsSection.Write(page, section + ".2", sizing, texts);
            TextAlertsSection.Write(page, section + ".3", sizing, texts);
        }
        TextDictionarySection.Write(page, NumberText.Plain(report.Sizings.Count + 2), report);
    }
}
