using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using Xunit;

namespace LlmSizing.Tests;

public sealed class CompletionTests
{
    private readonly List<string> asked = [];

    [Fact]
    public void Tab_goes_round_the_candidates_and_Shift_Tab_back_leaving_the_rest_of_the_line()
    {
        var editor = Editor((4, 2, ["alpha", "beta", "gamma"]));
        editor.Type("say be now");
        for (var i = 0; i < 4; i++) editor.Press(ConsoleKey.LeftArrow);

        var seen = new List<string>();
        foreach (var key in new[] { Keys.Tab, Keys.Tab, Keys.Tab, Keys.Tab, Keys.BackTab })
        {
            editor.Apply(key);
            seen.Add(editor.Buffer.Text);
        }

        Assert.Equal(["say alpha now", "say beta now", "say gamma now", "say alpha now", "say gamma now"], seen);
        Assert.Equal(9, editor.Buffer.Cursor);
        Assert.Equal(["say be| now"], asked);
    }

    [Fact]
    public void Shift_Tab_first_begins_at_the_last_candidate()
    {
        var editor = Editor((0, 1, ["one", "two"]));
        editor.Type("x");
        editor.Apply(Keys.BackTab);
        Assert.Equal("two", editor.Buffer.Text);
    }

    [Fact]
    public void Another_key_ends_the_round_and_a_single_candidate_is_taken()
    {
        var editor = Editor((0, 1, ["only"]), (0, 5, ["only/next"]));
        editor.Type("o");
        editor.Apply(Keys.Tab);
        editor.Type("/");
        editor.Apply(Keys.Tab);
        Assert.Equal("only/next", editor.Buffer.Text);
        Assert.Equal(["o|", "only/|"], asked);
    }

    [Fact]
    public void No_candidate_changes_nothing()
    {
        var editor = Editor((0, 0, []));
        editor.Type("zzz");
        Assert.Equal(KeyEffect.None, editor.Apply(Keys.Tab));
        Assert.Equal("zzz", editor.Buffer.Text);
    }

    [Fact]
    public void The_engine_completes_commands_and_parameters_in_the_middle_of_a_line()
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        var completion = new EngineCompletion(runspace);

        var commands = completion.Complete("1 | Where-Ob; 2", 12);
        Assert.Equal((4, 8), (commands.Start, commands.Length));
        Assert.Contains("Where-Object", commands.Texts);

        Assert.Contains("-Parallel", completion.Complete("ForEach-Object -Par", 19).Texts);
        Assert.Empty(completion.Complete("No-SuchThingAtAll", 17).Texts);
        Assert.NotNull(completion.Complete(string.Empty, 0));
    }

    private LineEditor Editor(params (int Start, int Length, string[] Texts)[] answers)
    {
        var queue = new Queue<(int Start, int Length, string[] Texts)>(answers);
        return new LineEditor(
            new LineHistory(),
            (text, cursor) =>
            {
                asked.Add(text.Insert(cursor, "|"));
                var (start, length, texts) = queue.Dequeue();
                return new Candidates(start, length, texts);
            },
            _ => false);
    }
}
