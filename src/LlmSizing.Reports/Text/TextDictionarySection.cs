using System.Linq;

namespace LlmSizing;

/// <summary>The dictionary's lines are as long as their sentences: the seed does not wrap them.</summary>
internal static class TextDictionarySection
{
    public static void Write(TextPage page, string number, SizingReport report)
    {
        Texts texts = report.Texts;
        page.Box(SizingTitle.Section(number, texts.Get("report.section.dictionary"), texts));
        foreach (SizingParameter parameter in report.Parameters.Where(parameter => parameter.InReport))
        {
            page.Line($"【{parameter.Name}】");
            page.Line($"  {texts.Get("report.dictionary.description")}: {parameter.Description}");
            page.Line($"  {texts.Get("report.dictionary.origin")}: {parameter.Origin}");
            page.Line($"  {texts.Get("report.dictionary.importance")}: {parameter.Importance}");
            page.Line($"  {texts.Get("report.dictionary.common_error.text")}: {parameter.CommonError}");
            page.Line();
        }
        page.Line(texts.Get("report.dictionary.rest"));
        page.Line();
    }
}
