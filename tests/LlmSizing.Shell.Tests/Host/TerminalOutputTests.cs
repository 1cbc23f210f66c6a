using Xunit;

namespace LlmSizing.Tests;

public sealed class TerminalOutputTests(FixtureModule module) : IClassFixture<FixtureModule>
{
    private const string Pipeline = "Write-Stream; Get-Thing a 1; Get-Bad";

    [SkippableFact]
    public void A_terminal_gets_colours_and_progress()
    {
        using var terminal = PseudoTerminal.Open(module, null, noColour: false, Pipeline);

        Assert.Equal(1, terminal.WaitForExit());
        Assert.Contains("\u001b[31;1mGet-Bad: There is no thing", terminal.Raw);
        Assert.Contains("\u001b[33;1mWARNING: a warning", terminal.Raw);
        Assert.Contains("40 % Sizing: under way\r", terminal.Raw);
    }

    [SkippableTheory]
    [InlineData("xterm", true)]
    [InlineData("dumb", false)]
    public void NO_COLOR_and_a_dumb_terminal_get_no_escape_sequence_at_all(string term, bool noColour)
    {
        using var terminal = PseudoTerminal.Open(module, term, noColour, Pipeline + "; \"`e[31mred\"; $env:TERM; $Host.UI.RawUI.WindowSize.Width");

        Assert.Equal(1, terminal.WaitForExit());
        Assert.DoesNotContain('\u001b', terminal.Raw);
        Assert.Contains("Get-Bad: There is no thing", terminal.Raw);
        Assert.Contains("red\r\n" + term + "\r\n100\r\n", terminal.Raw);
    }
}
