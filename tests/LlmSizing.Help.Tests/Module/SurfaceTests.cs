using System;
using System.Collections.Generic;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using LlmSizing.Help;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>A cmdlet is one class, its pages and a line of the manifest: the three agree.</summary>
public sealed class SurfaceTests
{
    public static TheoryData<string, string> Pages()
    {
        var data = new TheoryData<string, string>();
        foreach (string language in HelpOfModule.Languages)
        {
            foreach (CmdletInfo command in HelpOfModule.Commands)
            {
                data.Add(language, command.Name);
            }
        }
        return data;
    }

    [Fact]
    public void The_manifest_names_every_cmdlet_class_and_nothing_else()
    {
        IEnumerable<string> classes = HelpOfModule.Commands[0].ImplementingType.Assembly.GetExportedTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>(inherit: false))
            .OfType<CmdletAttribute>()
            .Select(attribute => $"{attribute.VerbName}-{attribute.NounName}");

        Assert.Equal(classes.Order(StringComparer.Ordinal), ExportedByManifest().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_language_has_the_page_of_every_cmdlet_of_the_manifest_and_no_other() =>
        Assert.All(HelpOfModule.Languages, language => Assert.Equal(
            ExportedByManifest().Order(StringComparer.Ordinal),
            Directory.GetFiles(Repository.PathOf("docs", language), "*-*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)));

    [Fact]
    public void There_are_pages_in_every_language_that_has_texts() => Assert.Equal(
        Directory.GetFiles(Repository.PathOf("catalogs"), "texts.*.yaml").Select(file => Path.GetFileName(file).Split('.')[1]).Order(StringComparer.Ordinal),
        HelpOfModule.Languages);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_describes_every_parameter_of_the_class_and_no_other(string language, string cmdlet)
    {
        CmdletInfo command = HelpOfModule.Commands.Single(command => command.Name == cmdlet);

        Assert.Equal(
            HelpOfModule.ParametersOf(command).Order(StringComparer.Ordinal),
            HelpOfModule.ReadPage(language, cmdlet).Parameters.Select(parameter => parameter.Title).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_of_a_page_lead_to_pages_that_are_there(string language, string cmdlet)
    {
        CommandPage page = HelpOfModule.ReadPage(language, cmdlet);

        Assert.All(page.Links, link => Assert.True(File.Exists(Repository.PathOf("docs", language, link.Address)), link.Address));
        Assert.All(page.Links, link => Assert.Equal(link.Words + ".md", link.Address));
    }

    private static IEnumerable<string> ExportedByManifest()
    {
        ScriptBlockAst manifest = Parser.ParseFile(Repository.PathOf("module", "LlmSizing.psd1"), out _, out _);
        var table = (Hashtable)manifest.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();
        return ((IEnumerable)table["CmdletsToExport"]!).Cast<string>();
    }
}
