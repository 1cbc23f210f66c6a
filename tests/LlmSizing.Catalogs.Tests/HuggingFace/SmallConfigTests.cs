using System;
using System.Diagnostics;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace LlmSizing.Catalogs.Tests.HuggingFace;

public class SmallConfigTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. SmallConfig.All.Select(config => config.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_and_cache_are_what_is_published(string name)
    {
        SmallConfig config = SmallConfig.Of(name);
        Model model = config.Import();
        Architecture architecture = model.Architecture!;
        long counted = config.CountsDraftLayers ? architecture.Weights.Sum(matrix => matrix.Parameters) : architecture.Parameters;
        output.WriteLine($"{counted} parameters, {Growth.PerToken(model)} bytes per token");
        if (config.Parameters is long published)
        {
            Assert.True(Math.Abs(counted - published) <= published * config.WithinPercent / 100, $"{counted} counted, {published} published");
        }
        if (config.KvBytesPerToken is long bytes)
        {
            Assert.Equal(bytes, Growth.PerToken(model));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_read_back_and_layers_are_the_models(string name)
    {
        Model model = SmallConfig.Of(name).Import();
        Assert.Equal(model.Architecture!.Weights, model.Architecture.Weights.Select(matrix => WeightMatrix.Parse(matrix.ToString())));
        Assert.All(model.Layers, group => Assert.InRange(group.At?.End ?? group.Count, 1, model.Architecture.Sizes.NumHiddenLayers));
        Assert.Equal(model.NumLayers, model.Layers.Sum(group => group.Count));
        Assert.Equal(model.Architecture.Weights.Count, model.Architecture.Weights.Select(matrix => matrix.ToString()).Distinct().Count());
    }

    [Fact]
    public void An_import_takes_less_than_five_milliseconds()
    {
        foreach (SmallConfig config in SmallConfig.All)
        {
            config.Import();
        }
        double[] times = [.. SmallConfig.All.Select(Time).Order()];
        output.WriteLine($"median {times[times.Length / 2]:0.00} ms, slowest {times[^1]:0.00} ms");
        Assert.True(times[times.Length / 2] < 5, $"median {times[times.Length / 2]} ms");
    }

    // The quickest of several: what else the machine does is not the import's.
    private static double Time(SmallConfig config)
    {
        double quickest = double.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            config.Import();
            quickest = Math.Min(quickest, watch.Elapsed.TotalMilliseconds);
        }
        return quickest;
    }
}
