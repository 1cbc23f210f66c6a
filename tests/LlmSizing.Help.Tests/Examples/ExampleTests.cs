using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using LlmSizing.Help;
using Xunit;

namespace LlmSizing.Tests;

public sealed class ExampleTests
{
    // Set to 1, the outputs on the pages are replaced by what the examples print now.
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("LLMSIZING_REWRITE_EXAMPLES") == "1";

    public static TheoryData<string, int> Engine() => Listed(example => !example.NeedsPwsh);

    [Theory]
    [MemberData(nameof(Engine))]
    public void An_example_prints_what_its_page_shows(string page, int number)
    {
        Example example = ExamplePages.Read(page)[number - 1];

        string printed = ExampleRun.Of(example, ExamplePages.LanguageOf(page));

        if (Rewrite)
        {
            ExamplePages.Replace(page, example, printed);
        }
        else
        {
            Assert.Equal(ExampleRun.Normal(example.Output ?? printed), printed);
        }
    }

    public static TheoryData<string, int> Pwsh() => Listed(example => example.NeedsPwsh);

    [Theory]
    [MemberData(nameof(Pwsh))]
    public void An_example_that_is_left_to_pwsh_parses_and_uses_a_command_that_the_engine_lacks(string page, int number)
    {
        ScriptBlockAst script = Parser.ParseInput(ExamplePages.Read(page)[number - 1].Code, out _, out ParseError[] errors);
        IEnumerable<string> commands = script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Select(ast => ((CommandAst)ast).GetCommandName());

        Assert.Empty(errors);
        using var session = new Session();
        Assert.Contains(commands, command => session.Run($"Get-Command {command} -ErrorAction Ignore").Output.Count == 0);
    }

    [Fact]
    public void Every_page_of_a_cmdlet_has_three_examples_or_more() =>
        Assert.All(ExamplePages.OfCmdlets, page => Assert.True(ExamplePages.Read(page).Count >= 3, page));

    private static TheoryData<string, int> Listed(Func<Example, bool> wanted)
    {
        var data = new TheoryData<string, int>();
        foreach (string page in ExamplePages.All)
        {
            foreach ((int index, Example _) in ExamplePages.Read(page).Index().Where(item => wanted(item.Item)))
            {
                data.Add(page, index + 1);
            }
        }
        return data;
    }
}
