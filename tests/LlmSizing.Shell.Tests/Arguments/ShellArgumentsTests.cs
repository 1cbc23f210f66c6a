using Xunit;

namespace LlmSizing.Tests;

public sealed class ShellArgumentsTests
{
    [Fact]
    public void No_argument_opens_a_prompt_where_there_is_a_terminal_and_reads_standard_input_elsewhere()
    {
        Assert.Equal(ShellMode.Prompt, ShellArguments.Parse([], canPrompt: true).Mode);
        Assert.Equal(ShellMode.StandardInput, ShellArguments.Parse([], canPrompt: false).Mode);
        Assert.Equal(ShellMode.StandardInput, ShellArguments.Parse(["-NonInteractive"], canPrompt: true).Mode);
    }

    [Theory]
    [InlineData("Get-Thing | Out-Null")]
    [InlineData("-join (1, 2)")]
    [InlineData("-5 + 7")]
    [InlineData("-not $true")]
    [InlineData("")]
    public void A_pipeline_is_taken_as_it_is_even_when_it_begins_with_a_dash(string text)
    {
        var parsed = ShellArguments.Parse([text], canPrompt: true);

        Assert.Equal(ShellMode.Pipeline, parsed.Mode);
        Assert.Equal(text, parsed.Text);
    }

    [Fact]
    public void Several_words_are_one_pipeline()
    {
        Assert.Equal("Get-Thing -Name a", ShellArguments.Parse(["Get-Thing", "-Name", "a"], canPrompt: false).Text);
        Assert.Equal("Get-Thing -Name a", ShellArguments.Parse(["-c", "Get-Thing", "-Name", "a"], canPrompt: false).Text);
    }

    [Fact]
    public void A_script_keeps_its_arguments_apart()
    {
        var parsed = ShellArguments.Parse(["-file", "a b.ps1", "-Name", "x y", "--help"], canPrompt: true);

        Assert.Equal(ShellMode.ScriptFile, parsed.Mode);
        Assert.Equal("a b.ps1", parsed.Text);
        Assert.Equal(["-Name", "x y", "--help"], parsed.Rest);
    }

    [Theory]
    [InlineData("-", ShellMode.StandardInput)]
    [InlineData("--help", ShellMode.Help)]
    [InlineData("-?", ShellMode.Help)]
    [InlineData("-HELP", ShellMode.Help)]
    [InlineData("--version", ShellMode.Version)]
    [InlineData("-File", ShellMode.Wrong)]
    [InlineData("-Command", ShellMode.Wrong)]
    [InlineData("-fiel", ShellMode.Wrong)]
    [InlineData("--no-such-switch", ShellMode.Wrong)]
    public void A_switch_is_known_or_refused(string argument, object mode) =>
        Assert.Equal((ShellMode)mode, ShellArguments.Parse([argument], canPrompt: true).Mode);

    [Fact]
    public void NonInteractive_stands_before_what_is_run()
    {
        var parsed = ShellArguments.Parse(["-NonInteractive", "-NoProfile", "Get-Thing"], canPrompt: true);

        Assert.True(parsed.NonInteractive);
        Assert.Equal("Get-Thing", parsed.Text);
    }
}
