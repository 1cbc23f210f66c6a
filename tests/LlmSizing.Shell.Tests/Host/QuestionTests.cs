using Xunit;

namespace LlmSizing.Tests;

public sealed class QuestionTests(FixtureModule module) : IClassFixture<FixtureModule>
{
    [Theory]
    [InlineData("Get-Thing", "Name")]
    [InlineData("Remove-Thing", "-Confirm:$false")]
    [InlineData("$Host.UI.ReadLine()", "-NonInteractive")]
    [InlineData("$Host.UI.ReadLineAsSecureString()", "-NonInteractive")]
    [InlineData("$Host.UI.PromptForCredential('c', 'm', 'u', '')", "-NonInteractive")]
    public void A_question_without_a_terminal_is_an_error_at_once(string pipeline, string says)
    {
        // Answers lie ready on standard input, and must not be taken.
        var result = new ShellProcess(module, pipeline) { StandardInput = "y\ny\n" }.Run();

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(says, result.Error);
    }

    [Fact]
    public void What_confirms_itself_runs()
    {
        Assert.Equal("removed\n", ShellProcess.Run(module, "Remove-Thing -Confirm:$false").Text);
    }

    [SkippableFact]
    public void On_a_terminal_a_missing_parameter_is_asked_for()
    {
        using var terminal = PseudoTerminal.Open(module, null, noColour: false, "Get-Thing -Count 1");
        terminal.WaitFor("Name: ");
        terminal.Send("typed\r");
        terminal.WaitFor("THE NAME");
        terminal.WaitFor("typed");

        Assert.Equal(0, terminal.WaitForExit());
    }

    [SkippableFact]
    public void On_a_terminal_a_confirmation_is_asked_for_again_until_it_is_answered()
    {
        using var terminal = PseudoTerminal.Open(module, null, noColour: true, "Remove-Thing");
        terminal.WaitFor("(default is \"Y\"): ");
        terminal.Send("?\n");
        terminal.WaitFor("N - ");
        terminal.WaitFor("(default is \"Y\"): ");
        terminal.Send("perhaps\n");
        terminal.WaitFor("(default is \"Y\"): ");
        terminal.Send("yes\n");
        terminal.WaitFor("removed");

        Assert.Equal(0, terminal.WaitForExit());
    }

    [SkippableFact]
    public void NonInteractive_asks_nothing_on_a_terminal_either()
    {
        using var terminal = PseudoTerminal.Open(module, null, noColour: true, "-NonInteractive", "Get-Thing");
        terminal.WaitFor("missing mandatory parameters: Name");

        Assert.Equal(1, terminal.WaitForExit());
    }
}
