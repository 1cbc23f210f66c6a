using System;
using System.Collections.Generic;
using Xunit;

namespace LlmSizing.Tests.Results;

public class TextsTests
{
    private static readonly Texts English = new("en-US", () => new Dictionary<string, string>
    {
        ["greeting"] = "Hello {name}",
        ["unit.nodes.one"] = "node",
        ["unit.nodes.other"] = "nodes",
    });

    [Fact]
    public void What_a_language_lacks_comes_from_its_fallback()
    {
        var portuguese = new Texts("pt-BR", () => new Dictionary<string, string> { ["unit.nodes.other"] = "nós" }, English);
        Assert.Equal("2 nós", portuguese.Count(2, "nodes"));
        Assert.Equal("1 node", portuguese.Count(1, "nodes"));
        Assert.Null(portuguese.Find("farewell"));
        Assert.Contains("pt-BR", Assert.Throws<KeyNotFoundException>(() => portuguese.Get("farewell")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 nodes")]
    [InlineData(1, "1 node")]
    [InlineData(1137, "1,137 nodes")]
    public void A_count_has_its_unit(long count, string text) => Assert.Equal(text, English.Count(count, "nodes"));

    [Theory]
    [InlineData("{name}", "{name}")]
    [InlineData("{", "{")]
    [InlineData("}{", "}{")]
    public void A_value_with_braces_is_not_read_again(string value, string shown) =>
        Assert.Equal("Hello " + shown, English.Format("greeting", _ => value));

    [Theory]
    [InlineData("open {", "open {")]
    [InlineData("close }", "close }")]
    [InlineData("", "")]
    [InlineData("{a}{b}", "[a][b]")]
    public void A_brace_that_does_not_close_is_text(string template, string text) =>
        Assert.Equal(text, new Texts("x", () => new Dictionary<string, string> { ["id"] = template }).Format("id", name => $"[{name}]"));

    [Fact]
    public void Nothing_is_loaded_until_a_sentence_is_asked_for()
    {
        bool loaded = false;
        var texts = new Texts("x", () =>
        {
            loaded = true;
            return new Dictionary<string, string>();
        });
        SizingRequest request = Given.Request();
        var result = new ScenarioResult(request, Given.Ideal, CapacityPlanner.Solve(request, Given.Ideal), texts);
        Assert.Equal(3, result.NodesFinal);
        Assert.Equal(1, result.AlertCount);
        Assert.False(loaded);
        Assert.Throws<KeyNotFoundException>(() => result.Alerts);
        Assert.True(loaded);
    }

    [Fact]
    public void A_name_that_no_sentence_may_use_is_an_error() =>
        Assert.Contains("'nonsense'", Assert.Throws<ArgumentException>(() => ResultText.Of(Given.Result(), "nonsense")).Message, StringComparison.Ordinal);
}
