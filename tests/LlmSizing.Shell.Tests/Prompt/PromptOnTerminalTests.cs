using Xunit;

namespace LlmSizing.Tests;

public sealed class PromptOnTerminalTests(FixtureModule module) : IClassFixture<FixtureModule>
{
    private const string Prompt = "PS ";
    private const string Up = "\u001bOA";
    private const string ControlC = "\u0003";
    private const string ControlD = "\u0004";

    [SkippableFact]
    public void The_prompt_runs_lines_recalls_them_completes_names_and_leaves()
    {
        using var terminal = Open();
        terminal.Send("'one' + 'two'\r");
        terminal.WaitFor("\nonetwo");
        terminal.WaitFor(Prompt);
        terminal.Send(Up + " + 'x'\r");
        terminal.WaitFor("\nonetwox");
        terminal.WaitFor(Prompt);
        terminal.Send("Get-Thi\t -Na\t pressed 1\r");
        terminal.WaitFor("Get-Thing -Name pressed 1");
        terminal.WaitFor("THE NAME");
        terminal.WaitFor(Prompt);
        terminal.Send(ControlD);

        Assert.Equal(0, terminal.WaitForExit());
    }

    [SkippableFact]
    public void An_unfinished_line_goes_on_and_exit_gives_its_code()
    {
        using var terminal = Open();
        terminal.Send("if ($true) {\r");
        terminal.WaitFor(">> ");
        terminal.Send("'in' + 'side'\r}\r");
        terminal.WaitFor("\ninside");
        terminal.WaitFor(Prompt);
        terminal.Send("exit 6\r");

        Assert.Equal(6, terminal.WaitForExit());
    }

    [SkippableFact]
    public void Control_C_cancels_a_line_a_question_and_a_pipeline_and_the_prompt_comes_back()
    {
        using var terminal = Open();
        terminal.Send("'never' + 'run'");
        terminal.Send(ControlC);
        terminal.WaitFor("^C");
        terminal.WaitFor(Prompt);
        terminal.Send("Get-Thing\r");
        terminal.WaitFor("Name: ");
        terminal.Send(ControlC);
        terminal.WaitFor(Prompt);
        terminal.Send("'star' + 'ted'; while ($true) { }\r");
        terminal.WaitFor("\nstarted");
        terminal.Send(ControlC);
        terminal.WaitFor(Prompt);
        terminal.Send("Get-Bad; 'still' + ' here'\r");
        terminal.WaitFor("Get-Bad: There is no thing");
        terminal.WaitFor("\nstill here");
        terminal.WaitFor(Prompt);
        terminal.Send("'open' )\r");
        terminal.WaitFor("does not parse");
        terminal.WaitFor(Prompt);
        terminal.Send(ControlD);

        Assert.Equal(0, terminal.WaitForExit());
        Assert.DoesNotContain("neverrun", terminal.Raw);
    }

    [SkippableFact]
    public void A_dumb_terminal_gets_a_plain_prompt()
    {
        using var terminal = Open("dumb");
        terminal.Send("'a' + (\n");
        terminal.WaitFor(">> ");
        terminal.Send("'b')\n");
        terminal.WaitFor("\nab");
        terminal.WaitFor(Prompt);
        terminal.Send("exit 4\n");

        Assert.Equal(4, terminal.WaitForExit());
        Assert.DoesNotContain('\u001b', terminal.Raw);
    }

    private PseudoTerminal Open(string? term = null)
    {
        var terminal = PseudoTerminal.Open(module, term, noColour: false);
        terminal.WaitFor("Tab completes");
        terminal.WaitFor(Prompt);
        return terminal;
    }
}
