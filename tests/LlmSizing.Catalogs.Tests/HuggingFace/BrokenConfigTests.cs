using System;
using System.Diagnostics;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.HuggingFace;

public class BrokenConfigTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, BrokenConfigs.All.Count)];

    [Fact]
    public void The_config_that_is_broken_is_whole_before_and_there_are_sixty_ways_or_more()
    {
        Assert.Equal(2, HfConfigImporter.Import("m", BrokenConfigs.Whole).NumLayers);
        Assert.InRange(BrokenConfigs.All.Count, 60, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_broken_config_is_refused_and_the_field_named(int number)
    {
        (string config, string? field) = BrokenConfigs.All[number];
        var watch = Stopwatch.StartNew();
        ImportException refused = Assert.Throws<ImportException>(() => HfConfigImporter.Import("m", config));
        Assert.NotEmpty(refused.Message);
        Assert.DoesNotContain(refused.Message, char.IsControl);
        if (field is not null)
        {
            Assert.Equal(field, refused.Field);
        }
        // Ten seconds would be a hang: other tests run beside this one.
        Assert.InRange(watch.ElapsedMilliseconds, 0, 10_000);
    }
}
