using Xunit;

namespace LlmSizing.Tests.Operations;

/// <summary>The seed's model (12.8 GiB, 13743895347 bytes) on eight GPUs, unless a test says otherwise.</summary>
public class StorageTimingTests
{
    private const double Bytes = 13_743_895_347;

    [Fact]
    public void A_load_is_bytes_by_the_throughput_of_the_storage_where_nothing_else_is_known()
    {
        StorageTiming timing = Of(Given.Storage());
        Assert.Equal(Bytes / 28e9, timing.ColdStartSeconds!.Value, 9);
        Assert.Equal(timing.ColdStartSeconds, timing.StreamingSeconds);
        Assert.Equal(timing.ColdStartSeconds, timing.AllNodesSeconds);
        Assert.Equal(8 * Bytes / 28e9, timing.EachRankSeconds!.Value, 9);
        Assert.Equal("storage", timing.Bound);
        Assert.Equal("storage_nic_gb_s, pcie_gen, host_memory_gb, init_seconds", timing.Unknown);
        Assert.Null(timing.PageCacheSeconds);
        Assert.Null(timing.ReadySeconds);
        Assert.Contains("metric.model_load_seconds.interpretation", timing.Rationale.Interpretation);
    }

    [Fact]
    public void A_shared_filer_is_divided_by_the_nodes_and_a_nodes_own_storage_is_not()
    {
        Assert.Equal(4 * Bytes / 28e9, Of(Given.Storage(), nodes: 4, workload: new StorageWorkload(isShared: true)).AllNodesSeconds!.Value, 9);
        Assert.Equal(Bytes / 28e9, Of(Given.Storage(), nodes: 4).AllNodesSeconds!.Value, 9);
    }

    [Fact]
    public void Storage_that_does_not_say_its_throughput_gives_no_time()
    {
        StorageTiming timing = Of(Given.Storage(readGbS: null), nodes: 3);
        Assert.Null(timing.ColdStartSeconds);
        Assert.Null(timing.AllNodesSeconds);
        Assert.Null(timing.Bound);
        Assert.StartsWith("throughput_read_gb_s", timing.Unknown);
        Assert.Contains("metric.model_load_seconds.unknown", timing.Rationale.Interpretation);
    }

    [Theory]
    [InlineData(128, 104_858, "iops")]
    [InlineData(1_000_000, 14, "storage")]
    public void Reads_bound_where_they_are_many(long blockKib, long reads, string bound)
    {
        var storage = new StorageProfile(new EntryInfo("disk"), "cloud_block", iopsRead: 1_000, throughputReadGbS: 28);
        StorageTiming timing = Of(storage, workload: new StorageWorkload(readBlockKib: blockKib));
        Assert.Equal(bound, timing.Bound);
        Assert.Equal(bound == "iops" ? reads / 1_000.0 : Bytes / 28e9, timing.ColdStartSeconds!.Value, 9);
    }

    [Fact]
    public void The_network_and_the_slots_bound_where_they_are_slower()
    {
        StorageTiming network = Of(Given.Storage(), workload: new StorageWorkload(nicGbS: 10));
        Assert.Equal(("network", Bytes / 10e9), (network.Bound, network.ColdStartSeconds));
        // Generation 1: 4 GB/s for each of the eight shares.
        StorageTiming slots = Of(Given.Storage(readGbS: 100), hardware: new ServerHardware(pcieGen: 1));
        Assert.Equal("pcie", slots.Bound);
        Assert.Equal(1_717_986_919 / 4e9, slots.ColdStartSeconds!.Value, 9);
        Assert.Equal(slots.ColdStartSeconds, slots.PageCacheSeconds);
    }

    [Fact]
    public void A_host_that_cannot_hold_the_file_reads_it_for_each_rank()
    {
        StorageTiming small = Of(Given.Storage(), hardware: new ServerHardware(pcieGen: 5, hostMemoryGb: 13));
        Assert.Equal(small.EachRankSeconds, small.ColdStartSeconds);
        Assert.Null(small.PageCacheSeconds);
        StorageTiming large = Of(Given.Storage(), hardware: new ServerHardware(pcieGen: 5, hostMemoryGb: 14));
        Assert.Equal(large.StreamingSeconds, large.ColdStartSeconds);
        Assert.NotNull(large.PageCacheSeconds);
    }

    [Fact]
    public void The_engines_own_start_is_added_where_it_is_given_and_never_assumed()
    {
        StorageTiming timing = Of(Given.Storage(), workload: new StorageWorkload(initSeconds: 45));
        Assert.Equal(45 + (Bytes / 28e9), timing.ReadySeconds!.Value, 9);
        Assert.Equal(Bytes / 28e9, timing.AllNodesSeconds!.Value, 9);
        Assert.DoesNotContain("init_seconds", timing.Unknown);
    }

    [Theory]
    [InlineData(8, 1, 1, 8.0, 1.0)]
    [InlineData(2, 1, 1, 8.0, 1.0)]
    [InlineData(4, 2, 1, 4.0, 1.0)]
    [InlineData(8, 2, 1, 4.0, 0.5)]
    [InlineData(1, 1, 16, 8.0, 1.0)]
    public void A_rank_reads_the_whole_file_a_stages_rank_its_layers(long tensor, long pipeline, long data, double eachRank, double once)
    {
        var reading = new WeightReading(Given.Model(), Given.Server(), new Placement(tensor, pipeline, data));
        Assert.Equal(eachRank, reading.EachRankBytes / Bytes, 6);
        Assert.Equal(once, reading.OnceBytes / Bytes, 6);
    }

    [Fact]
    public void A_model_of_unknown_size_is_refused() => Assert.Equal(
        "Model", Assert.Throws<SizingException>(() => new WeightReading(Given.Model(weightsGib: null), Given.Server())).Input);

    private static StorageTiming Of(StorageProfile storage, long nodes = 1, StorageWorkload? workload = null, ServerHardware? hardware = null) =>
        new(Given.Model(), new Server(new EntryInfo("node"), 8, 180, hardware: hardware), storage, nodes, workload ?? new StorageWorkload(), EchoTexts.Create());
}
