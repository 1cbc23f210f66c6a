using System.IO;
using System.Linq;

namespace LlmSizing;

/// <summary>The report for a code host: a summary first, the rationale in parts that unfold, alerts of every severity.</summary>
public sealed class MarkdownReportFormat : ReportFormat
{
    /// <summary>Creates the format.</summary>
    public MarkdownReportFormat()
        : base("Markdown", ".md", ".markdown")
    {
    }

    /// <inheritdoc/>
    public override void Write(SizingReport report, TextWriter writer)
    {
        Texts texts = report.Texts;
        var page = new MarkdownPage(writer);
        page.Heading(1, texts.Get("report.title"));
        page.Paragraph(texts.Get("report.subtitle"));
        if (report.Sizings.Count > 0)
        {
            WriteAnswers(page, report);
        }
        foreach (FleetResult fleet in report.Fleets)
        {
            MarkdownFleet.Write(page, fleet, texts);
        }
        foreach (SimulationResult simulation in report.Simulations)
        {
            MarkdownSimulation.Write(page, simulation, texts);
        }
        if (report.Sizings.Count > 0)
        {
            WriteDictionary(page, report);
        }
    }

    private static void WriteAnswers(MarkdownPage page, SizingReport report)
    {
        Texts texts = report.Texts;
        page.Heading(2, texts.Get("report.summary"));
        if (report.Sizings.Count == 1)
        {
            MarkdownSummary.Write(page, report.Sizings[0], texts);
            MarkdownSizing.Write(page, 2, report.Sizings[0], texts);
        }
        else
        {
            MarkdownSummary.WriteComparison(page, report);
            WriteSizings(page, report);
        }
    }

    /// <inheritdoc/>
    public override void Write(OptionComparison comparison, TextWriter writer) => MarkdownOptions.Write(new MarkdownPage(writer), comparison);

    private static void WriteSizings(MarkdownPage page, SizingReport report)
    {
        string count = NumberText.Grouped(report.Sizings.Count);
        for (int i = 0; i < report.Sizings.Count; i++)
        {
            Sizing sizing = report.Sizings[i];
            page.Heading(2, SizingTitle.Of(sizing, NumberText.Grouped(i + 1), count, report.Texts));
            MarkdownSummary.Write(page, sizing, report.Texts);
            MarkdownSizing.Write(page, 3, sizing, report.Texts);
        }
    }

    private static void WriteDictionary(MarkdownPage page, SizingReport report)
    {
        Texts texts = report.Texts;
        page.Heading(2, texts.Get("report.section.dictionary"));
        foreach (SizingParameter parameter in report.Parameters)
        {
            page.OpenDetails(parameter.Name);
            page.List(
            new[]
            {
                (Label: "description", Text: parameter.Description),
                (Label: "origin", Text: parameter.Origin),
                (Label: "importance", Text: parameter.Importance),
                (Label: "common_error", Text: parameter.CommonError),
            }.Select(entry => $"{texts.Get("report.dictionary." + entry.Label)}: {entry.Text}"));
            page.CloseDetails();
        }
    }
}
