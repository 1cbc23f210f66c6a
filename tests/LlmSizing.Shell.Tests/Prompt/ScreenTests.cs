using System.IO;
using Xunit;

namespace LlmSizing.Tests;

public sealed class ScreenTests
{
    [Fact]
    public void A_short_line_is_one_row_behind_its_prompt()
    {
        var layout = ScreenLayout.Of("PS> ", ">> ", "abc", 1, 20);

        Assert.Equal(["PS> abc"], layout.Rows);
        Assert.Equal((0, 5), (layout.CursorRow, layout.CursorColumn));
    }

    [Fact]
    public void A_long_line_goes_on_in_the_next_row_and_the_cursor_with_it()
    {
        var layout = ScreenLayout.Of("> ", ">> ", "abcdef", 6, 8);

        Assert.Equal(["> abcdef", ""], layout.Rows);
        Assert.Equal((1, 0), (layout.CursorRow, layout.CursorColumn));
        Assert.Equal((1, 0), Cursor("> ", "abcdefgh", 6, 8));
        Assert.Equal((0, 7), Cursor("> ", "abcdefgh", 5, 8));
    }

    [Fact]
    public void A_wide_character_is_never_split_between_rows()
    {
        var layout = ScreenLayout.Of("", "", "abc【】", 5, 4);

        Assert.Equal(["abc", "【】", ""], layout.Rows);
        Assert.Equal((2, 0), (layout.CursorRow, layout.CursorColumn));
    }

    [Fact]
    public void Further_lines_get_the_continuation_prompt()
    {
        var layout = ScreenLayout.Of("PS> ", ">> ", "a {\nb", 4, 20);

        Assert.Equal(["PS> a {", ">> b"], layout.Rows);
        Assert.Equal((1, 3), (layout.CursorRow, layout.CursorColumn));
        Assert.Equal((0, 7), Cursor("PS> ", "a {\nb", 3, 20));
    }

    [Fact]
    public void Control_characters_cannot_move_the_terminals_cursor() =>
        Assert.Equal(["a b c"], ScreenLayout.Of("", "", "a\tb\u001bc", 0, 20).Rows);

    [Fact]
    public void A_drawing_erases_the_one_before_and_puts_the_cursor_back()
    {
        var terminal = new StringWriter();
        var view = new LineView(terminal, () => 8, () => 10);
        view.Begin();
        view.Draw(ScreenLayout.Of("> ", ">> ", "abcdefgh", 8, 8));
        Assert.Equal("\r\u001b[J> abcdef\r\ngh\r\u001b[2C", terminal.ToString());

        terminal.GetStringBuilder().Clear();
        view.Draw(ScreenLayout.Of("> ", ">> ", "abcdefgh", 1, 8));
        Assert.Equal("\r\u001b[1A\u001b[J> abcdef\r\ngh\r\u001b[1A\u001b[3C", terminal.ToString());
    }

    [Fact]
    public void Of_a_text_taller_than_the_screen_the_part_around_the_cursor_is_drawn()
    {
        var terminal = new StringWriter();
        var view = new LineView(terminal, () => 80, () => 3);
        view.Begin();
        view.Draw(ScreenLayout.Of("", "", "1\n2\n3\n4\n5", 9, 80));

        Assert.Equal("\r\u001b[J3\r\n4\r\n5\r\u001b[1C", terminal.ToString());
    }

    private static (int Row, int Column) Cursor(string prompt, string text, int cursor, int width)
    {
        var layout = ScreenLayout.Of(prompt, ">> ", text, cursor, width);
        return (layout.CursorRow, layout.CursorColumn);
    }
}
