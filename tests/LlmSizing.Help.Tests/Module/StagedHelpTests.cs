using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using LlmSizing.Help;
using Xunit;

namespace LlmSizing.Tests;

public sealed class StagedHelpTests
{
    [Fact]
    public void The_staged_help_is_what_the_pages_say_now()
    {
        (var files, var problems) = HelpOfModule.Build(Repository.PathOf("docs"));

        Assert.Empty(problems);
        Assert.All(files, file => Assert.Equal(file.Content, File.ReadAllText(Path.Combine(Repository.ModuleFolder, file.Path))));
        Assert.Equal(files.Select(file => file.Path).Order(StringComparer.Ordinal), Staged());
    }

    [Theory]
    [InlineData("")]
    [InlineData("pt-BR")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_build_does_not_change_the_help(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.All(HelpOfModule.Build(Repository.PathOf("docs")).Files, file => Assert.Equal(file.Content, File.ReadAllText(Path.Combine(Repository.ModuleFolder, file.Path))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Help_is_UTF8_without_a_mark_and_with_one_kind_of_line_end() => Assert.All(Staged(), path =>
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Repository.ModuleFolder, path));

        Assert.NotEqual(0xEF, bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal((byte)'\n', bytes[^1]);
    });

    [Fact]
    public void Maml_has_one_command_for_each_cmdlet_with_everything_that_Get_Help_shows() => Assert.All(HelpOfModule.Languages, language =>
    {
        XElement[] commands = [.. XDocument.Load(Path.Combine(Repository.ModuleFolder, language, HelpOfModule.Assembly + "-Help.xml")).Root!.Elements()];

        Assert.Equal(HelpOfModule.Commands.Select(command => command.Name), commands.Select(command => command.Descendants().First(element => element.Name.LocalName == "name").Value));
        Assert.All(commands, command => Assert.Equal(
            ["details", "description", "syntax", "parameters", "inputTypes", "returnValues", "alertSet", "examples", "relatedLinks"],
            command.Elements().Select(element => element.Name.LocalName)));
        Assert.All(commands, command => Assert.DoesNotContain(command.Descendants(), element => element.Name.LocalName == "para" && string.IsNullOrWhiteSpace(element.Value)));
    });

    private static string[] Staged() =>
        [.. HelpOfModule.Languages
            .SelectMany(language => Directory.GetFiles(Path.Combine(Repository.ModuleFolder, language)).Select(file => $"{language}/{Path.GetFileName(file)}"))
            .Order(StringComparer.Ordinal)];
}
