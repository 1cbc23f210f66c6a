using System.Linq;

namespace LlmSizing;

/// <summary>A simulation: what was asked, a table of latencies, and the other numbers.</summary>
internal static class TextSimulationSection
{
    public static void Write(TextPage page, string number, SimulationResult result, Texts texts)
    {
        page.Box(SizingTitle.Section(number, texts.Get("report.simulation.section"), texts));
        foreach (SimulationFigure figure in SimulationFigures.Inputs(result))
        {
            page.Item("  ", $"{figure.Label(texts)}: {figure.Display}", 4);
        }
        page.Line();
        var table = new TextTable(SimulationTable.Columns(texts));
        foreach (string[] row in SimulationTable.Rows(result, texts))
        {
            table.Add(row);
        }
        table.Write(page);
        page.Line();
        foreach (SimulationFigure figure in SimulationFigures.Of(result))
        {
            page.Item("  ", $"{figure.Label(texts)}: {figure.Display}", 4);
        }
        page.Prose("  ", $"{texts.Get("report.simulation.checks")}: {string.Join(", ", result.Checks.Select(check => check.Name))}", 4);
        page.Line();
    }
}
