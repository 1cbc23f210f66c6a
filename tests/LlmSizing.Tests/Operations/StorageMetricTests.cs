using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Operations;

public class StorageMetricTests
{
    private const double Bytes = 13_743_895_347;
    private static readonly ServerHardware Hardware = new(bf16Tflops: 2250, pcieGen: 5, fabricGbS: 50);

    [Fact]
    public void Nothing_is_said_about_storage_unless_it_is_asked_for() =>
        Assert.Equal(8, Given.Result(storage: Given.Storage()).Metrics.Count);

    [Fact]
    public void Versions_checkpoints_and_logs_add_up_exactly()
    {
        var workload = new StorageWorkload(modelVersions: 3, versionMarginRatio: 0.2m, checkpointCount: 2, logGbPerDay: 10, retentionDays: 30);
        MetricResult volume = Find(Of(workload, storage: null), "storage_volume_tb");
        Assert.Equal(376_965_813_944, volume.Bytes);
        Assert.Equal("0.377 TB", volume.Display);
        Assert.DoesNotContain(Of(workload, storage: null).Metrics, metric => metric.Metric == "model_load_seconds");
    }

    [Fact]
    public void All_nodes_of_the_scenario_share_a_filer()
    {
        ScenarioResult result = Of(new StorageWorkload(isShared: true), Given.Storage());
        Assert.Equal(2, result.NodesFinal);
        Assert.Equal(2 * Bytes / 28e9, (double)Find(result, "all_nodes_load_seconds").Value!, 9);
        Assert.Equal("490.9 ms", Find(result, "model_load_seconds").Display);
    }

    [Fact]
    public void An_update_reads_at_the_rate_of_its_target_or_as_fast_as_one_alone()
    {
        Assert.Equal(2 * Bytes / 15 / 1e9, Rate(new StorageWorkload(rollingUpdateNodes: 2, maxLoadSeconds: 60, initSeconds: 45)), 9);
        Assert.Equal(2 * 28, Rate(new StorageWorkload(rollingUpdateNodes: 2)), 9);
        Assert.Null(Find(Of(new StorageWorkload(rollingUpdateNodes: 2, maxLoadSeconds: 45, initSeconds: 45), Given.Storage()), "rolling_update_read_gb_s").Value);
    }

    [Theory]
    [InlineData(OffloadTier.Dram, 64)]
    [InlineData(OffloadTier.Network, 50)]
    public void A_session_comes_back_over_the_links_of_all_gpus(OffloadTier tier, double gbS)
    {
        ScenarioResult result = Of(new StorageWorkload(offloadTier: tier), storage: null);
        Assert.Equal(100_859_904 / gbS / 1e9, (double)Find(result, "kv_restore_seconds").Value!, 12);
        Assert.Equal(8 * gbS, (double)Find(result, "kv_offload_gb_s").Value!, 9);
    }

    [Fact]
    public void A_session_comes_back_from_the_storage_profile_whole()
    {
        ScenarioResult result = Of(new StorageWorkload(offloadTier: OffloadTier.Nvme), Given.Storage());
        Assert.Equal(806_879_232 / 28e9, (double)Find(result, "kv_restore_seconds").Value!, 12);
        Assert.Equal(25.0, Find(result, "kv_offload_gb_s").Value);
        Assert.Equal(12.5, Find(Of(new StorageWorkload(isShared: true, offloadTier: OffloadTier.Nvme), Given.Storage()), "kv_offload_gb_s").Value);
    }

    [Fact]
    public void Recomputing_is_counted_by_its_flops_at_the_peak_and_the_shortest_context_that_wins_is_found()
    {
        var request = new SizingRequest(Given.Model(), Server(Hardware), Given.Storage(readGbS: 8), Given.Requirements()).With(new StorageWorkload(offloadTier: OffloadTier.Nvme));
        // 2 x 20.91e9 FLOPs a token on 8 x 2250 TFLOPS; the model has no architecture, so that attention is not known.
        Assert.Equal(2 * 20.91e9 * 65_536 / (8 * 2250e12), new PrefillBound(request).Seconds(65_536)!.Value, 9);
        var compared = new RestoreOrRecompute(request);
        long from = compared.FasterFrom!.Value;
        Assert.Equal(250, from);
        Assert.True(new KvOffload(request).RestoreSeconds(from) <= new PrefillBound(request).Seconds(from));
        Assert.True(new KvOffload(request).RestoreSeconds(from - 1) > new PrefillBound(request).Seconds(from - 1));
        Assert.False(compared.IsSlower);
    }

    [Theory]
    [InlineData(OffloadTier.Nvme, 1, 60_000)]
    [InlineData(OffloadTier.Nvme, 100, 60_000)]
    [InlineData(OffloadTier.Nvme, 1, 400)]
    [InlineData(OffloadTier.Dram, 1, 400)]
    public void With_an_engine_recomputing_takes_its_steps_and_every_context_from_the_one_found_on_is_restored_as_fast(OffloadTier tier, int slower, long stepUs)
    {
        SizingRequest request = Placed(tier, slower, stepUs);
        var compared = new RestoreOrRecompute(request);
        var steady = new SteadyState(new StepTimes(request.Plan!, request.Tuning!.Tuning), 1, 8000, 2);

        Assert.True(compared.IsPredicted);
        Assert.Equal(steady.TtftSeconds, compared.RecomputeSeconds!.Value, 9);
        Assert.True(compared.RecomputeSeconds > new PrefillBound(request).Seconds(8000));
        if (compared.FasterFrom is not long from)
        {
            Assert.True(compared.RestoreSeconds > compared.RecomputeSeconds);
            return;
        }
        Assert.All(Enumerable.Range(0, 500).Select(step => from + (step * 256L)).Where(context => context <= request.Model.MaxPositionEmbeddings), context => Assert.False(At(request, context).IsSlower));
        Assert.True(from == 1 || At(request, from - 1).IsSlower);
    }

    private static RestoreOrRecompute At(SizingRequest request, long context) => new(request.With(new Requirements(1, context)).With(request.StorageWorkload!));

    private static SizingRequest Placed(OffloadTier tier, int slower, long stepUs)
    {
        var server = new Server(new EntryInfo("h100"), 8, 80, "NVIDIA H100 SXM 80GB", hbmBandwidthTbS: 3.35m, fp8Units: true, nvlinkDomainGpus: 8, hardware: new ServerHardware(bf16Tflops: 989, fp8Tflops: 1978, gpuLinkGbS: 900, pcieGen: 5));
        var load = new Requirements(1, 8000);
        NodePlan plan = Placements.Placed.Plan(Placements.Placed.Llama70B(), new Placement(8), server, load, new Deployment(Engines.Served.Vllm, calibration: Engines.Measured.Calibration));
        var tuning = new Tuning(new EntryInfo("any"), null, null, null, [new(TuningConstants.Compute16, 0.6), new(TuningConstants.Step, stepUs), new(TuningConstants.Prefill, 1.2)], []);
        var storage = new StorageProfile(new EntryInfo("disk"), "local_nvme", iopsRead: 1_000_000 / slower, throughputReadGbS: 12m / slower);
        return new SizingRequest(plan.Model, server, storage, load, plan).With(new StorageWorkload(offloadTier: tier), TuningChoice.Of([tuning], plan));
    }

    [Fact]
    public void What_a_server_does_not_say_stays_unknown()
    {
        ScenarioResult result = Of(new StorageWorkload(offloadTier: OffloadTier.Dram), storage: null, hardware: new ServerHardware());
        Assert.All(new[] { "kv_restore_seconds", "kv_offload_gb_s", "restore_or_recompute" }, name => Assert.Null(Find(result, name).Value));
        Assert.DoesNotContain(result.Alerts, alert => alert.Code == "kv_offload_slower_than_recompute");
    }

    [Fact]
    public void A_load_that_cannot_be_met_has_no_time_for_all_nodes()
    {
        ScenarioResult result = Given.Solve(
            new SizingRequest(Given.Model(), Server(Hardware), Given.Storage(), Given.Requirements(budget: 0)).With(new StorageWorkload(isShared: true, maxLoadSeconds: 0.001m)), Given.Recommended);
        Assert.Null(Find(result, "all_nodes_load_seconds").Value);
        Assert.NotNull(Find(result, "model_load_seconds").Value);
        Assert.DoesNotContain(result.Alerts, alert => alert.Code == "storage_load_slow");
    }

    [Theory]
    [InlineData(0.98171, false)]
    [InlineData(0.98170, true)]
    public void A_start_that_takes_longer_than_asked_for_is_a_warning(decimal target, bool warned) => Assert.Equal(
        warned, Of(new StorageWorkload(isShared: true, maxLoadSeconds: target), Given.Storage()).Alerts.Any(alert => alert.Code == "storage_load_slow"));

    [Theory]
    [InlineData(214_000, false)]
    [InlineData(213_000, true)]
    public void Reads_that_bound_are_a_warning(long iops, bool warned)
    {
        var storage = new StorageProfile(new EntryInfo("disk"), "cloud_block", iopsRead: iops, throughputReadGbS: 28);
        Assert.Equal(warned, Of(new StorageWorkload(modelVersions: 1), storage).Alerts.Any(alert => alert.Code == "storage_iops_bound"));
    }

    [Theory]
    [InlineData(5.3, false)]
    [InlineData(5.29, true)]
    public void Restoring_that_takes_longer_than_the_bound_of_recomputing_is_a_warning(decimal readGbS, bool warned) => Assert.Equal(
        warned,
        Of(new StorageWorkload(offloadTier: OffloadTier.Nvme), Given.Storage(readGbS: readGbS)).Alerts.Any(alert => alert.Code == "kv_offload_slower_than_recompute"));

    [Fact]
    public void What_needs_a_profile_or_its_other_half_is_refused()
    {
        SizingRequest without = Given.Request();
        Assert.Equal("Storage", Assert.Throws<SizingException>(() => without.With(new StorageWorkload(isShared: true))).Input);
        Assert.Equal("Storage", Assert.Throws<SizingException>(() => without.With(new StorageWorkload(offloadTier: OffloadTier.Nvme))).Input);
        Assert.Equal("RetentionDays", Assert.Throws<SizingException>(() => new StorageWorkload(logGbPerDay: 1)).Input);
        Assert.Equal("LogGbPerDay", Assert.Throws<SizingException>(() => new StorageWorkload(retentionDays: 1)).Input);
        Assert.Equal("ModelVersions", Assert.Throws<SizingException>(() => new StorageWorkload(versionMarginRatio: 1)).Input);
        Assert.Equal("RollingUpdateNodes", Assert.Throws<SizingException>(() => new StorageWorkload(rollingUpdateNodes: 0)).Input);
    }

    private static double Rate(StorageWorkload workload) => (double)Find(Of(workload, Given.Storage()), "rolling_update_read_gb_s").Value!;

    private static MetricResult Find(ScenarioResult result, string metric) => result.Metrics.Single(found => found.Metric == metric);

    private static Server Server(ServerHardware hardware) => new(new EntryInfo("node"), 8, 180, hardware: hardware);

    private static ScenarioResult Of(StorageWorkload workload, StorageProfile? storage, ServerHardware? hardware = null) => Given.Solve(
        new SizingRequest(Given.Model(), Server(hardware ?? Hardware), storage, Given.Requirements()).With(workload), Given.Recommended);
}
