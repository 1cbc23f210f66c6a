using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Quantities;

public class LayerSetTests
{
    [Theory]
    [InlineData("0", 1, 1)]
    [InlineData("0-47", 48, 48)]
    [InlineData("3-47/4", 12, 48)]
    [InlineData("0,2,5-9", 7, 10)]
    [InlineData("999999", 1, 1_000_000)]
    public void Its_text_form_reads_back(string text, long count, long end)
    {
        LayerSet layers = LayerSet.Parse(text)!;
        Assert.Equal((count, end, text), (layers.Count, layers.End, layers.ToString()));
        Assert.Equal(layers, LayerSet.Of(layers.Numbers()));
        Assert.Equal(count, layers.Numbers().Distinct().LongCount());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("3-")]
    [InlineData("-3")]
    [InlineData("3-1")]
    [InlineData("0-4/3")]
    [InlineData("0-4/0")]
    [InlineData("4/2")]
    [InlineData("5,3")]
    [InlineData("0-4,4")]
    [InlineData("0-4/2/2")]
    [InlineData("0 - 4")]
    [InlineData("٣")]
    [InlineData("1000000")]
    [InlineData("0-99999999999999999999")]
    public void What_is_no_ascending_set_is_refused(string text) => Assert.Null(LayerSet.Parse(text));

    [Theory]
    [InlineData("3-47/4", 0, 24, 6)]
    [InlineData("3-47/4", 24, 48, 6)]
    [InlineData("3-47/4", 3, 4, 1)]
    [InlineData("3-47/4", 4, 7, 0)]
    [InlineData("3-47/4", 48, 96, 0)]
    [InlineData("0-9", 5, 5, 0)]
    [InlineData("0,2,5-9", 2, 7, 3)]
    public void It_counts_the_layers_of_a_stage(string text, long first, long end, long count) => Assert.Equal(count, LayerSet.Parse(text)!.CountIn(first, end));

    [Fact]
    public void Numbers_become_the_shortest_text() =>
        Assert.Equal("0-2,5-17/4,30,40", LayerSet.Of([0, 1, 2, 5, 9, 13, 17, 30, 40]).ToString());
}
