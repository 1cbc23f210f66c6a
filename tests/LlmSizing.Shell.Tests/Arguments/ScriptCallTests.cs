using System.Linq;
using System.Management.Automation.Language;
using Xunit;

namespace LlmSizing.Tests;

public sealed class ScriptCallTests
{
    [Fact]
    public void Parameters_switches_and_values_are_told_apart() =>
        Assert.Equal(
            "& '/s.ps1' 'first' -Fast -Count '3' -Name:'x' -Whole:$false '-5' -Late: 'v'",
            ScriptCall.Text("/s.ps1", ["first", "-Fast", "-Count", "3", "-Name:x", "-Whole:$false", "-5", "-Late:", "v"]));

    [Theory]
    [InlineData("$(Remove-Item x)")]
    [InlineData("'; exit 3; '")]
    [InlineData("it\u2019s \u2018quoted\u2019")]
    [InlineData("-Name;exit 3")]
    [InlineData("a\nb")]
    [InlineData("`$x")]
    [InlineData("-x:'; exit 3; '")]
    [InlineData("")]
    public void No_argument_is_ever_evaluated(string hostile)
    {
        var ast = Parser.ParseInput(ScriptCall.Text("/it's.ps1", [hostile]), out _, out var errors);

        Assert.Empty(errors);
        Assert.Single(ast.EndBlock.Statements);
        Assert.Empty(ast.FindAll(node => node is SubExpressionAst or ExpandableStringExpressionAst or VariableExpressionAst, true));
        var call = Assert.Single(ast.FindAll(node => node is CommandAst, true).Cast<CommandAst>());
        Assert.Equal(2, call.CommandElements.Count);
    }
}
