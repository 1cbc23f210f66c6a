using System.Linq;

namespace LlmSizing;

/// <summary>A simulation: what was asked, a table of latencies, and the other numbers.</summary>
internal static class MarkdownSimulation
{
    public static void Write(MarkdownPage page, SimulationResult result, Texts texts)
    {
        page.Heading(2, texts.Get("report.simulation.section"));
        page.List(SimulationFigures.Inputs(result).Select(figure => $"{figure.Label(texts)}: {figure.Display}"));
        page.Table(SimulationTable.Columns(texts), SimulationTable.Rows(result, texts));
        page.List(SimulationFigures.Of(result).Select(figure => $"{figure.Label(texts)}: {figure.Display}"));
    }
}
