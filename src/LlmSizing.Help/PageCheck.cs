using System;
using System.Linq;

namespace LlmSizing.Help;

/// <summary>Holds a page against the class that it describes.</summary>
internal static class PageCheck
{
    /// <exception cref="PageException">
    /// A parameter is missing, unknown or described twice; an alias or an output type is not named; or the headings differ from the language's other pages.
    /// </exception>
    internal static void Check(CommandPage page, CmdletShape cmdlet, CommandPage? sibling)
    {
        foreach (Topic topic in page.Parameters)
        {
            ParameterShape parameter = cmdlet.Parameters.FirstOrDefault(parameter => parameter.Name == topic.Title)
                ?? throw page.Wrong(topic.Line, $"{cmdlet.Name} has no parameter '{topic.Title}'.");
            if (page.Parameters.Count(other => other.Title == topic.Title) > 1)
            {
                throw page.Wrong(topic.Line, $"-{topic.Title} is described twice.");
            }
            string text = string.Join(' ', topic.Text);
            if (parameter.Aliases.FirstOrDefault(alias => !text.Contains(alias, StringComparison.Ordinal)) is string alias)
            {
                throw page.Wrong(topic.Line, $"-{topic.Title} has the alias '{alias}', which the text does not name.");
            }
        }
        if (cmdlet.Parameters.FirstOrDefault(parameter => page.Parameters.All(topic => topic.Title != parameter.Name)) is ParameterShape missing)
        {
            throw page.Wrong(1, $"-{missing.Name} is not described.");
        }
        if (cmdlet.OutputTypes.FirstOrDefault(type => page.Outputs.All(topic => topic.Title != type)) is string output)
        {
            throw page.Wrong(1, $"{cmdlet.Name} writes {output}, which the outputs do not name.");
        }
        if (sibling is not null && !page.SectionTitles.SequenceEqual(sibling.SectionTitles))
        {
            throw page.Wrong(1, $"the headings of the sections differ from those of {sibling.Name}: {string.Join(", ", sibling.SectionTitles)}.");
        }
    }
}
