using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Commands;

public sealed class PlacementTests(Session session) : IClassFixture<Session>
{
    [Fact]
    public void The_whole_catalog_is_searched_and_every_row_fits() => Assert.Equal(
        ["True"], session.Run("Find-LlmPlacement llama-3.3-70b -Concurrency 100 -EffectiveContext 8192 | ForEach-Object { [string]$_.Fits }").Lines.Distinct());

    [Fact]
    public void With_all_the_others_say_why() => Assert.Equal(
        ["False"],
        session.Run("Find-LlmPlacement llama-3.3-70b hgx-h100-8 -Concurrency 100 -EffectiveContext 8192 -All | Where-Object { -not $_.Fits } | ForEach-Object { [string][string]::IsNullOrEmpty($_.Reason) }").Lines.Distinct());

    [Fact]
    public void Sizing_is_placed_where_a_degree_or_an_engine_is_given()
    {
        const string Run = "Invoke-LlmSizing llama-3.3-70b hgx-h100-8 -Concurrency 100 -EffectiveContext 8192 -Scenario minimum";
        Assert.Equal([" 8"], session.Run(Run + " | ForEach-Object { \"$($_.Placement) $($_.Metrics.Count)\" }").Lines);
        Assert.Equal(["tp8 17"], session.Run(Run + " -TensorParallel 8 | ForEach-Object { \"$($_.Placement) $($_.Metrics.Count)\" }").Lines);
        Assert.Equal(["tp4 sglang", "tp8 sglang"], session.Run(Run + " -TensorParallel 4, '8' -Engine sglang | ForEach-Object { \"$($_.Placement) $($_.Engine)\" }").Lines);
    }

    [Fact]
    public void Auto_needs_no_more_nodes_than_any_degree()
    {
        const string Run = "Invoke-LlmSizing llama-3.3-70b hgx-h100-8 -Concurrency 2000 -EffectiveContext 8192 -Scenario minimum";
        long[] degrees = [.. session.Run(Run + " -TensorParallel 2, 4, 8 | ForEach-Object { [string]$_.NodesFinal }").Lines.Where(line => line.Length > 0).Select(long.Parse)];
        Assert.True(session.Run(Run + " -TensorParallel AUTO | ForEach-Object { [string]$_.NodesFinal }").Lines.Select(long.Parse).Single() <= degrees.Min());
    }

    [Theory]
    [InlineData("-TensorParallel 3", "does not divide the 64 attention heads")]
    [InlineData("-TensorParallel auto -PipelineParallel 2", "auto chooses every degree")]
    [InlineData("-Engine vlm", "did you mean 'vllm'")]
    [InlineData("-TensorParallel 8 -Quantization fp9", "did you mean 'fp8'")]
    public void What_cannot_be_placed_is_one_error(string arguments, string message) => Assert.Contains(
        message, session.Run("Invoke-LlmSizing llama-3.3-70b hgx-h100-8 -Concurrency 100 -EffectiveContext 8192 -Scenario minimum " + arguments).Errors.Single().ToString(), System.StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Weights_add_up_to_their_total()
    {
        string[] lines = session.Run("$rows = Get-LlmWeights llama-3.1-8b -TensorParallel 2; \"$($rows[-1].Bytes)\"; \"$(($rows[0..($rows.Count - 2)] | ForEach-Object { $sum = 0 } { $sum += $_.Bytes } { $sum }))\"").Lines;
        Assert.Equal(lines[0], lines[1]);
    }
}
