using Xunit;

namespace LlmSizing.Tests.Engines;

public class EngineVersionTests
{
    [Theory]
    [InlineData("0.19", "0.19")]
    [InlineData("v0.19.1", "0.19.1")]
    [InlineData("0.6.6.post1", "0.6.6")]
    [InlineData("0.10.x (Aug 2025)", "0.10")]
    [InlineData("0.2x (2026)", "0.20")]
    [InlineData(" 1.1.0rc2", "1.1.0")]
    public void A_version_is_its_numbers(string text, string numbers) => Assert.Equal(numbers, EngineVersion.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("new")]
    [InlineData("main")]
    [InlineData("99999999999999999999")]
    public void What_has_none_is_no_version(string text) => Assert.Null(EngineVersion.Parse(text));

    [Theory]
    [InlineData("0.9.2", "0.10", false)]
    [InlineData("0.10", "0.9.2", true)]
    [InlineData("0.19.0", "0.19", true)]
    [InlineData("0.19", "0.19.1", false)]
    public void Versions_compare_number_by_number(string one, string other, bool isAtLeast) =>
        Assert.Equal(isAtLeast, EngineVersion.Parse(one)!.IsAtLeast(EngineVersion.Parse(other)!));
}
