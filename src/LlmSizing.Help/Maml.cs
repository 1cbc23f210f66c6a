using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LlmSizing.Help;

/// <summary>The help file of the cmdlets of one assembly in one language: MAML of 2004/10.</summary>
internal static class Maml
{
    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    internal static string Write(IEnumerable<(CmdletShape Cmdlet, CommandPage Page)> commands)
    {
        var document = new XDocument(new XElement(
            Help + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Text),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            commands.Select(command => Of(command.Cmdlet, command.Page))));
        var text = new Utf8StringWriter();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            document.Save(writer);
        }
        return text + "\n";
    }

    private static XElement Of(CmdletShape cmdlet, CommandPage page) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            Description([page.Synopsis]),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun)),
        Description(page.Description),
        new XElement(Command + "syntax", cmdlet.ParameterSets.Select(set => new XElement(
            Command + "syntaxItem",
            new XElement(Text + "name", cmdlet.Name),
            set.Parameters.Select(parameter => Of(parameter, page, inSyntax: true))))),
        new XElement(Command + "parameters", cmdlet.Parameters.Select(parameter => Of(parameter, page, inSyntax: false))),
        new XElement(Command + "inputTypes", page.Inputs.Select(topic => Of("inputType", topic))),
        new XElement(Command + "returnValues", page.Outputs.Select(topic => Of("returnValue", topic))),
        new XElement(Text + "alertSet", new XElement(Text + "alert", Paragraphs(page.Notes))),
        new XElement(Command + "examples", page.Examples.Select((example, index) => Of(example, index + 1))),
        new XElement(Command + "relatedLinks", page.Links.Select(link => new XElement(
            Text + "navigationLink",
            new XElement(Text + "linkText", link.Words),
            new XElement(Text + "uri", link.Address.Contains("://", System.StringComparison.Ordinal) ? link.Address : "")))));

    private static XElement Of(ParameterShape parameter, CommandPage page, bool inSyntax) => new(
        Command + "parameter",
        new XAttribute("required", parameter.IsMandatory),
        new XAttribute("variableLength", parameter.IsArray),
        new XAttribute("globbing", parameter.TakesWildcards),
        new XAttribute("pipelineInput", parameter.PipelineInput),
        new XAttribute("position", parameter.Position),
        new XAttribute("aliases", parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "none"),
        new XElement(Text + "name", parameter.Name),
        Description(page.Parameters.Single(topic => topic.Title == parameter.Name).Text),
        // In the syntax a switch stands without a value.
        inSyntax && parameter.IsSwitch
            ? null
            : new XElement(Command + "parameterValue", new XAttribute("required", !parameter.IsSwitch), new XAttribute("variableLength", parameter.IsArray), parameter.TypeName),
        new XElement(Dev + "type", new XElement(Text + "name", parameter.TypeName), new XElement(Text + "uri")),
        new XElement(Dev + "defaultValue", parameter.Default));

    private static XElement Of(string element, Topic topic) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Text + "name", topic.Title), new XElement(Text + "uri")),
        Description(topic.Text));

    private static XElement Of(ExampleTopic topic, int number) => new(
        Command + "example",
        new XElement(Text + "title", $"---------- {number}. {topic.Title} ----------"),
        new XElement(Dev + "code", topic.Example.Code + "\n\n" + topic.Example.Output),
        new XElement(Dev + "remarks", Paragraphs(topic.Text)));

    private static XElement Description(IEnumerable<string> text) => new(Text + "description", Paragraphs(text));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> text) => text.Select(paragraph => new XElement(Text + "para", paragraph));

    // The declaration names the encoding of the writer: a StringWriter's own would be UTF-16.
    private sealed class Utf8StringWriter() : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
