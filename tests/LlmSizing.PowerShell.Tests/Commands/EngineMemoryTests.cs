using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Commands;

public sealed class EngineMemoryTests(Session session) : IClassFixture<Session>
{
    [Fact]
    public void A_grid_comes_in_the_order_of_the_parameters() => Assert.Equal(
        ["vllm tp1 1024", "vllm tp1 2048", "vllm tp2 1024", "vllm tp2 2048", "sglang tp1 1024", "sglang tp1 2048", "sglang tp2 1024", "sglang tp2 2048"],
        session.Run("Get-EngineMemory opt-oss-20b -GpuMemoryGib 79 -Engine vllm, sglang -TensorParallel 1, 2 -MaxModelLength 1024, 2048 | ForEach-Object { \"$($_.Engine) $($_.Placement) $($_.MaxModelLength)\" }").Lines);

    [Fact]
    public void A_record_gives_every_setting_by_its_engines_name() => Assert.Equal(
        ["0.85 8192 512 4096"],
        session.Run("[pscustomobject]@{ Model = 'opt-oss-20b'; gpu_memory_gib = 79; gpu_memory_utilization = '0.85'; max_model_len = '8192'; max_num_seqs = '512'; max_num_batched_tokens = '4096' } | Get-EngineMemory | ForEach-Object { \"$($_.MemoryFraction) $($_.MaxModelLength) $($_.MaxSequences) $($_.MaxBatchedTokens)\" }").Lines);

    [Theory]
    [InlineData("Get-EngineMemory opt-oss-20b", "NoGpuMemory", "-GpuMemoryGib")]
    [InlineData("Get-EngineMemory opt-oss-20b -GpuMemoryGib 79 -Engine vlm", "EngineNotFound", "vllm")]
    [InlineData("Get-EngineMemory opt-oss-20b -GpuMemoryGib 79 -EngineVersion new", "EngineVersionNotKnown", "0.19.0")]
    [InlineData("Get-EngineMemory opt-oss-20b -GpuMemoryGib 79 -Calibration vllm-0.18", "CalibrationNotFound", "vllm-0.1")]
    [InlineData("Get-EngineMemory opt-oss-20b -GpuMemoryGib 79 -Calibration sglang-0.5", "CannotSize", "not of vllm")]
    [InlineData("Get-EngineMemory opt-oss-20b -GpuMemoryGib 79 -TensorParallel 2 -ContextParallel 3", "CannotSize", "does not divide")]
    public void What_is_wrong_is_named_with_a_way_out(string script, string id, string hint)
    {
        RunResult result = session.Run(script);

        Assert.Contains(result.Errors, error => error.FullyQualifiedErrorId.StartsWith(id, StringComparison.Ordinal) && (RunResult.MessageOf(error) + error.ErrorDetails?.RecommendedAction).Contains(hint, StringComparison.Ordinal));
    }

    [Fact]
    public void The_overhead_is_the_components_and_their_total()
    {
        string[] rows = session.Run("Get-RuntimeOverhead opt-oss-20b -GpuMemoryGib 79 -EngineVersion 0.21 | ForEach-Object { \"$($_.Component) $($_.Bytes)\" }").Lines;

        Assert.Equal(["activation", "non_torch", "graphs", "total"], rows.Select(row => row.Split(' ')[0]));
        Assert.Equal(long.Parse(rows[3].Split(' ')[1], null), rows.Take(3).Sum(row => long.Parse(row.Split(' ')[1], null)));
    }

    [Fact]
    public void A_session_in_blocks_is_never_smaller_and_ideal_is_the_seeds() => Assert.Equal(
        ["ideal 806879232 True", /* 4,096 blocks of full layers, 137 of a window with a batch in flight */ "vllm 832241664 True"],
        session.Run("Get-KvPerSession opt-oss-20b 65536 fp8 -Engine ideal, vllm -EngineVersion 0.19 | ForEach-Object { $e = $_.Rationale.Inputs | Where-Object Name -EQ engine; \"$(if ($e) { $e.Value } else { 'ideal' }) $($_.Bytes) $($_.Bytes -ge 806879232)\" }").Lines);

    [Fact]
    public void A_server_gives_its_gpus_memory_less_what_an_engine_does_not_see() => Assert.Equal(
        ["True"],
        session.Run("$m = Get-EngineMemory opt-oss-20b dgx-b200 -MaxModelLength 8192; $m.TotalBytes -lt 180GB -and $m.TotalBytes -gt 160GB").Lines);
}
