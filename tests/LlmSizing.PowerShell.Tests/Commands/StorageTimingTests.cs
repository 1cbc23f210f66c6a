using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Commands;

public sealed class StorageTimingTests(Session session) : IClassFixture<Session>
{
    private const string Sizing = "Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 500 -EffectiveContext 65536 -Scenario recommended";

    [Fact]
    public void Placements_and_nodes_make_a_grid_the_nodes_fastest() => Assert.Equal(
        ["tp4 1", "tp4 2", "tp8 1", "tp8 2"],
        session.Run("Get-StorageTiming llama-3.3-70b hgx-h100-8 nfs-100gbe -TensorParallel 4, 8 -Nodes 1, 2 -StorageShared | ForEach-Object { \"$($_.Placement) $($_.Nodes)\" }").Lines);

    [Fact]
    public void A_record_binds_by_the_names_of_its_columns() => Assert.Equal(
        ["nfs-100gbe 3 45"],
        session.Run("[pscustomobject]@{ Model = 'llama-3.3-70b'; Server = 'hgx-h100-8'; Storage = 'nfs-100gbe'; Nodes = '3'; init_seconds = '45' } | Get-StorageTiming | ForEach-Object { \"$($_.Storage) $($_.Nodes) $($_.InitSeconds)\" }").Lines);

    [Fact]
    public void Without_a_parameter_of_storage_nothing_is_said_about_it() => Assert.Equal(["8"], session.Run(Sizing + " | ForEach-Object { [string]$_.Metrics.Count }").Lines);

    [Fact]
    public void Parameters_of_storage_add_its_numbers() => Assert.Equal(
        ["model_load_seconds", "all_nodes_load_seconds", "storage_volume_tb", "rolling_update_read_gb_s", "kv_restore_seconds", "kv_offload_gb_s", "restore_or_recompute"],
        session.Run(Sizing + " -StorageShared -ModelVersions 2 -RollingUpdateNodes 1 -OffloadTier dram | ForEach-Object { $_.Metrics.Metric }").Lines.Skip(8));

    [Fact]
    public void Several_values_of_storage_make_a_grid() => Assert.Equal(
        ["1 Dram", "1 Nvme", "3 Dram", "3 Nvme"],
        session.Run(Sizing + " -ModelVersions 1, 3 -OffloadTier dram, nvme | ForEach-Object { $w = $_.Request.StorageWorkload; \"$($w.ModelVersions) $($w.OffloadTier)\" }").Lines);

    [Fact]
    public void A_result_of_another_process_is_reported_with_its_storage() => Assert.Equal(
        ["True"],
        session.Run("$own = " + Sizing + " -StorageShared -MaxLoadSeconds 60 -ModelVersions 2 -OffloadTier nvme; $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($own, 5)); [string](($own | Format-SizingReport -As Text) -join '|').Equals((($copy | Format-SizingReport -As Text) -join '|'))").Lines);

    [Theory]
    [InlineData("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext 65536 -Scenario minimum -StorageShared", "give -Storage")]
    [InlineData(Sizing + " -LogGbPerDay 5", "-RetentionDays")]
    [InlineData("Get-StorageTiming llama-3.3-70b hgx-h100-8 nfs-100gb", "did you mean 'nfs-100gbe'")]
    [InlineData("Get-StorageTiming llama-3.3-70b hgx-h100-8 nfs-100gbe -TensorParallel 3", "does not divide")]
    public void What_cannot_be_said_is_one_error(string script, string message) =>
        Assert.Contains(message, session.Run(script).Errors.Single().ToString(), System.StringComparison.OrdinalIgnoreCase);
}
