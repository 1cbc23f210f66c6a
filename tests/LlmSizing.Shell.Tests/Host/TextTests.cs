using System;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using Xunit;

namespace LlmSizing.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("plain 【ç】", "plain 【ç】")]
    [InlineData("\u001b[31;1mred\u001b[0m", "red")]
    [InlineData("\u001b[?25lx\u001b[2;3Hy", "xy")]
    [InlineData("\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\", "link")]
    [InlineData("\u001b]0;title\u0007z", "z")]
    [InlineData("\u001bPq#0\u001b\\z", "z")]
    [InlineData("\u001b(Bz\u001bc", "z")]
    [InlineData("\u009b31mz", "z")]
    [InlineData("cut \u001b[3", "cut ")]
    [InlineData("cut \u001b", "cut ")]
    public void Escape_sequences_go_and_text_stays(string text, string expected) => Assert.Equal(expected, PlainText.Of(text));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("【1】", 5)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("─│═", 3)]
    [InlineData("🚀", 2)]
    [InlineData("", 0)]
    public void Wide_characters_take_two_cells_and_marks_none(string text, int cells) => Assert.Equal(cells, CellWidth.Of(text));

    [Fact]
    public void A_progress_line_fits_the_width_and_one_row()
    {
        var record = new ProgressRecord(1, "Sizing\nlines", "under way") { PercentComplete = 7, SecondsRemaining = 90 };

        Assert.Equal("7 % Sizing lines: under way (90 s left)", ProgressLine.Text(record));
        Assert.Equal("【", ProgressLine.Fit("【】", 3));
        Assert.Equal("abc", ProgressLine.Fit("abc", 80));
    }

    [Theory]
    [InlineData("y", 0)]
    [InlineData("YES", 0)]
    [InlineData("n", 1)]
    [InlineData("", 1)]
    [InlineData("  ", 1)]
    [InlineData("Later", 2)]
    public void A_choice_is_taken_by_letter_label_or_default(string answer, int expected)
    {
        Assert.True(Choices(defaultChoice: 1).TryPick(answer, out var picked));
        Assert.Equal(expected, picked);
    }

    [Fact]
    public void A_choice_that_is_none_is_refused_and_no_default_is_made_up()
    {
        Assert.False(Choices(defaultChoice: 1).TryPick("yesterday", out _));
        Assert.False(Choices(defaultChoice: -1).TryPick("", out _));
        Assert.Equal("[Y] Yes  [N] No  [Later] Later  [?] Help (default is \"N\"): ", Choices(1).Question);
        Assert.Equal(3, Choices(1).Help.Count());
    }

    [Fact]
    public void Host_colours_are_those_of_the_terminal()
    {
        Assert.Equal("\u001b[91m\u001b[40mx\u001b[0m", Colours.Wrap("x", ConsoleColor.Red, ConsoleColor.Black));
        Assert.Equal("\u001b[34mx\u001b[0m", Colours.Wrap("x", ConsoleColor.DarkBlue, (ConsoleColor)(-1)));
        Assert.Equal("x", Colours.Wrap("x", (ConsoleColor)(-1), (ConsoleColor)(-1)));
    }

    private static ChoiceList Choices(int defaultChoice) => new(
        new Collection<ChoiceDescription> { new("&Yes", "do it"), new("&No", "leave it"), new("Later", "ask again") },
        defaultChoice);
}
