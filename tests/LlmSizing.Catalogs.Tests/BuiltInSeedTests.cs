using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests;

/// <summary>The entries of the seed report have the seed's numbers, and are no estimates.</summary>
public class BuiltInSeedTests
{
    [Theory]
    [InlineData("opt-oss-20b")]
    [InlineData("gpt-oss-20b")]
    [InlineData("OpenAI/gpt-oss-20B")]
    public void The_seeds_model_is_found_by_each_of_its_names(string name)
    {
        Model model = BuiltInCatalog.Model(name);
        Assert.Equal("opt-oss-20b", model.Name);
        Assert.Equal(24, model.NumLayers);
        Assert.Equal("hybrid", model.AttentionPattern);
        Assert.Equal((12, 12), (model.FullLayers, model.SlidingLayers));
        Assert.Equal((8, 64, 128), (model.NumKeyValueHeads, model.HeadDim, model.SlidingWindow));
        Assert.Equal(131_072, model.MaxPositionEmbeddings);
        Assert.Equal("fp8", model.DefaultKvPrecision.Name);
        Assert.Equal(12.8m, model.WeightsGib);
        Assert.Null(model.Estimate);
    }

    [Fact]
    public void The_seeds_session_takes_the_seeds_bytes() =>
        Assert.Equal(806_879_232, new SessionKvCache(BuiltInCatalog.Model("opt-oss-20b"), 65_536, KvPrecision.Find("fp8")).ComputeBytes());

    [Fact]
    public void The_larger_model_is_sized_from_its_checkpoint() => Assert.Equal(60.8m, BuiltInCatalog.Model("opt-oss-120b").WeightsGib);

    [Theory]
    [InlineData("dgx-b200", 180, 1440)]
    [InlineData("dgx-b300", 288, 2304)]
    [InlineData("dgx-h200", 141, 1128)]
    [InlineData("dgx-h100", 80, 640)]
    public void The_nodes_have_eight_gpus_of_the_marketed_memory(string name, int gb, int total)
    {
        Server server = Assert.Single(BuiltInCatalog.All.Servers, server => server.Name == name);
        Assert.Equal(8, server.Gpus);
        Assert.Equal(gb, server.HbmPerGpuGb);
        Assert.Equal(total, server.TotalHbmGb);
        Assert.True(server.Fp8Units);
        Assert.Null(server.Estimate);
    }

    [Fact]
    public void The_seeds_storage_is_in_gigabytes_a_second()
    {
        StorageProfile profile = BuiltInCatalog.All.StorageProfiles.Single(profile => profile.Name == "profile_default");
        Assert.Equal("nvme_local", profile.Type);
        Assert.Equal((1_000_000, 800_000), (profile.IopsRead, profile.IopsWrite));
        Assert.Equal((28m, 25m), (profile.ThroughputReadGbS, profile.ThroughputWriteGbS));
        Assert.Equal((0.15m, 0.2m), (profile.LatencyP99ReadMs, profile.LatencyP99WriteMs));
        Assert.Null(profile.Estimate);
    }
}
