using System;
using Xunit;

namespace LlmSizing.Tests;

public sealed class LineEditorTests
{
    private readonly LineHistory history = new();
    private readonly LineEditor editor;

    public LineEditorTests() => editor = new LineEditor(history, (_, _) => Candidates.None, text => text.EndsWith('{'));

    [Fact]
    public void Typing_inserts_at_the_cursor()
    {
        editor.Type("Get-Modl");
        editor.Press(ConsoleKey.LeftArrow);
        editor.Type("e");
        Expect("Get-Model", cursor: 8);

        editor.Press(ConsoleKey.Home);
        editor.Type("$");
        editor.Press(ConsoleKey.End);
        editor.Type("!");
        Expect("$Get-Model!", cursor: 11);
    }

    [Fact]
    public void Backspace_and_delete_take_whole_characters_and_stop_at_the_ends()
    {
        editor.Type("a🚀e\u0301b");
        editor.Press(ConsoleKey.LeftArrow);
        editor.Press(ConsoleKey.Backspace);
        Expect("a🚀b", cursor: 3);
        editor.Press(ConsoleKey.LeftArrow);
        editor.Press(ConsoleKey.Delete);
        Expect("ab", cursor: 1);

        editor.Press(ConsoleKey.Home);
        editor.Press(ConsoleKey.Backspace);
        editor.Press(ConsoleKey.LeftArrow);
        editor.Press(ConsoleKey.End);
        editor.Press(ConsoleKey.Delete);
        editor.Press(ConsoleKey.RightArrow);
        Expect("ab", cursor: 2);
    }

    [Fact]
    public void Words_and_line_parts_are_moved_over_and_deleted()
    {
        editor.Type("Get-LlmModel -Name qwen");
        editor.Press(ConsoleKey.LeftArrow, ConsoleModifiers.Control);
        Expect("Get-LlmModel -Name qwen", cursor: 19);
        editor.Apply(Keys.Control(ConsoleKey.W));
        Expect("Get-LlmModel -qwen", cursor: 14);
        editor.Press(ConsoleKey.RightArrow, ConsoleModifiers.Control);
        Expect("Get-LlmModel -qwen", cursor: 18);
        editor.Press(ConsoleKey.B, ConsoleModifiers.Alt);
        editor.Apply(Keys.Control(ConsoleKey.K));
        Expect("Get-LlmModel -", cursor: 14);
        editor.Apply(Keys.Control(ConsoleKey.U));
        Expect("", cursor: 0);
    }

    [Fact]
    public void Enter_submits_what_is_complete_and_opens_a_line_in_what_is_not()
    {
        editor.Type("if (1) {");
        Assert.Equal(KeyEffect.Edited, editor.Apply(Keys.Enter));
        editor.Type("}");
        Assert.Equal(KeyEffect.Submitted, editor.Apply(Keys.Enter));
        Expect("if (1) {\n}", cursor: 10);
    }

    [Fact]
    public void Control_C_cancels_and_Control_D_leaves_only_an_empty_line()
    {
        editor.Type("ab");
        Assert.Equal(KeyEffect.Cancelled, editor.Apply(Keys.Control(ConsoleKey.C)));
        editor.Press(ConsoleKey.Home);
        Assert.Equal(KeyEffect.Edited, editor.Apply(Keys.Control(ConsoleKey.D)));
        Expect("b", cursor: 0);

        editor.Begin();
        Assert.Equal(KeyEffect.Closed, editor.Apply(Keys.Control(ConsoleKey.D)));
    }

    [Fact]
    public void Up_and_down_walk_the_history_and_bring_back_what_was_being_typed()
    {
        foreach (var line in new[] { "first", "second", "second", " " }) history.Add(line);
        editor.Begin();
        editor.Type("draft");

        editor.Press(ConsoleKey.UpArrow);
        Expect("second", cursor: 6);
        editor.Press(ConsoleKey.UpArrow);
        Expect("first", cursor: 5);
        Assert.Equal(KeyEffect.None, editor.Press(ConsoleKey.UpArrow));
        editor.Press(ConsoleKey.DownArrow);
        editor.Press(ConsoleKey.DownArrow);
        Expect("draft", cursor: 5);
        Assert.Equal(KeyEffect.None, editor.Press(ConsoleKey.DownArrow));
    }

    [Fact]
    public void In_a_text_of_several_lines_up_and_down_move_between_them_first()
    {
        history.Add("older");
        editor.Begin();
        editor.Type("long line {");
        editor.Apply(Keys.Enter);
        editor.Type("x");
        editor.Press(ConsoleKey.UpArrow);
        Expect("long line {\nx", cursor: 1);
        editor.Press(ConsoleKey.End);
        Expect("long line {\nx", cursor: 11);
        editor.Press(ConsoleKey.DownArrow);
        Expect("long line {\nx", cursor: 13);
        editor.Press(ConsoleKey.Home);
        Expect("long line {\nx", cursor: 12);
        editor.Press(ConsoleKey.UpArrow);
        editor.Press(ConsoleKey.UpArrow);
        Expect("older", cursor: 5);
    }

    [Fact]
    public void Escape_empties_the_line_and_unknown_keys_do_nothing()
    {
        editor.Type("abc");
        Assert.Equal(KeyEffect.None, editor.Press(ConsoleKey.F5));
        Assert.Equal(KeyEffect.None, editor.Apply(Keys.Control(ConsoleKey.G)));
        Expect("abc", cursor: 3);
        editor.Press(ConsoleKey.Escape);
        Expect("", cursor: 0);
    }

    [Fact]
    public void A_character_typed_with_AltGr_is_text()
    {
        editor.Apply(Keys.Of(ConsoleKey.Q, ConsoleModifiers.Control | ConsoleModifiers.Alt, '@'));
        Expect("@", cursor: 1);
    }

    private void Expect(string text, int cursor)
    {
        Assert.Equal(text, editor.Buffer.Text);
        Assert.Equal(cursor, editor.Buffer.Cursor);
    }
}
