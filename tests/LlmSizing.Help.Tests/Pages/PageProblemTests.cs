using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LlmSizing.Help;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>A page that help cannot be made of stops the build, with its file, its line and what to write.</summary>
public sealed class PageProblemTests : IDisposable
{
    private readonly DirectoryInfo docs = Directory.CreateTempSubdirectory("llmsizing-docs-");

    public PageProblemTests()
    {
        foreach (string language in HelpOfModule.Languages)
        {
            DirectoryInfo folder = docs.CreateSubdirectory(language);
            foreach (string page in Directory.GetFiles(Repository.PathOf("docs", language)))
            {
                File.Copy(page, Path.Combine(folder.FullName, Path.GetFileName(page)));
            }
        }
    }

    [Theory]
    [InlineData("# Get-LlmModel", "# Get-LlmModels", "the title is 'Get-LlmModels', not the name of the file")]
    [InlineData("# Get-LlmModel", "Get-LlmModel", "a page begins with '# '")]
    [InlineData("### -Name", "### -Nmae", "Get-LlmModel has no parameter 'Nmae'")]
    [InlineData("### -Name", "### Name", "write '### -Name'")]
    [InlineData("### -CatalogPath", "### -Name", "-Name is described twice")]
    [InlineData("### LlmSizing.Model", "### LlmSizing.Modle", "writes LlmSizing.Model, which the outputs do not name")]
    [InlineData("alias catalog_path", "no alias", "-CatalogPath has the alias 'catalog_path', which the text does not name")]
    [InlineData("## Inputs", "## Input", "the headings of the sections differ from those of")]
    [InlineData("## Inputs", "## Inputs\n\nWords.", "'Inputs' is a list of '### ' items")]
    [InlineData("## Outputs", "#### Outputs", "a heading of level 4 has no place here")]
    [InlineData("## Notes", "Notes", "a cmdlet's page has 7 sections")]
    [InlineData("- [Invoke-LlmSizing](Invoke-LlmSizing.md)", "Words.", "'Related links' is a list of links")]
    [InlineData("```powershell", "```pwsh", "an example is one ```powershell fence")]
    [InlineData("Names and aliases are matched", "Names <b>and</b> aliases are matched", "help cannot show HTML or pictures")]
    [InlineData("Names and aliases are matched", "\u001b[31mNames", "the line holds a control character")]
    public void A_wrong_page_is_named_with_its_line(string right, string wrong, string message)
    {
        string path = Path.Combine(docs.FullName, "en-US", "Get-LlmModel.md");
        string text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace(right, wrong, StringComparison.Ordinal));

        string problem = Assert.Single(HelpOfModule.Build(docs.FullName).Problems);

        Assert.StartsWith(path + "(", problem, StringComparison.Ordinal);
        Assert.Matches(@"\([1-9][0-9]*\): error HELP: ", problem);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_that_of_the_mistake()
    {
        string path = Path.Combine(docs.FullName, "pt-BR", "Get-LlmModel.md");
        List<string> lines = [.. File.ReadAllLines(path)];
        int at = lines.IndexOf("### -CatalogPath");
        lines[at] = "### -Catalog";
        File.WriteAllLines(path, lines);

        Assert.Equal([$"{path}({at + 1}): error HELP: Get-LlmModel has no parameter 'Catalog'."], HelpOfModule.Build(docs.FullName).Problems);
    }

    [Theory]
    [InlineData("Get-LlmModel.md")]
    [InlineData("about_LlmSizing.md")]
    public void A_page_that_one_language_lacks_is_missed(string page)
    {
        File.Delete(Path.Combine(docs.FullName, "pt-BR", page));

        Assert.Contains("the page is missing", Assert.Single(HelpOfModule.Build(docs.FullName).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_page_is_refused()
    {
        File.WriteAllText(Path.Combine(docs.FullName, "en-US", "Get-Nothing.md"), "# Get-Nothing\n");

        Assert.Contains("neither the page of a cmdlet nor an about page", Assert.Single(HelpOfModule.Build(docs.FullName).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void An_about_page_begins_with_its_short_description()
    {
        string path = Path.Combine(docs.FullName, "en-US", "about_LlmSizing.md");
        File.WriteAllText(path, "# about_LlmSizing\n\n## Short description\n\n- a list\n");

        Assert.Contains("begins with a section of one paragraph", Assert.Single(HelpOfModule.Build(docs.FullName).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_pages_are_named_in_one_run()
    {
        File.WriteAllText(Path.Combine(docs.FullName, "en-US", "Get-LlmModel.md"), "");
        File.WriteAllText(Path.Combine(docs.FullName, "pt-BR", "Get-LlmServer.md"), "");

        Assert.Equal(2, HelpOfModule.Build(docs.FullName).Problems.Count);
    }

    public void Dispose() => docs.Delete(recursive: true);
}
