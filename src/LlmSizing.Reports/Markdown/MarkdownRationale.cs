using System.Linq;

namespace LlmSizing;

/// <summary>A number whose rationale unfolds.</summary>
internal static class MarkdownRationale
{
    public static void Write(MarkdownPage page, string summary, Rationale rationale)
    {
        page.OpenDetails(summary);
        page.Paragraph(rationale.Interpretation);
        page.Code(rationale.Formula);
        page.List(rationale.Inputs.Select(input => input.ToString()));
        page.CloseDetails();
    }
}
