using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Commands;

/// <summary>Requests per second, think times and promised latencies, as an operator writes them.</summary>
public sealed class LoadTests(Session session) : IClassFixture<Session>
{
    private const string Run = "Invoke-LlmSizing llama-3.3-70b hgx-h100-8 -EffectiveContext 8192 -Engine ideal -TensorParallel 8 -Scenario recommended";
    private const string Lengths = " -InputTokens 1200 -OutputTokens 300";

    [Fact]
    public void Requests_per_second_stand_in_place_of_the_sessions() => Assert.Equal(
        ["True True memory"],
        session.Run(Run + Lengths + " -RequestsPerSecond 2 | ForEach-Object { \"$($_.Concurrency -gt 1) $($_.NodesFinal -ge 2) $($_.Load.Binding)\" }").Lines);

    [Fact]
    public void Neither_of_them_is_an_error() => Assert.Contains("-Concurrency", session.Run(Run + Lengths).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("-RequestsPerSecond 20 -Concurrency 5" + Lengths, "5 sessions and 20 requests/s contradict each other")]
    [InlineData("-Concurrency 5 -TpotSloMs 10", "add -InputTokens and -OutputTokens")]
    [InlineData("-RequestsPerSecond 20 -InputTokens 'lognormal(1200;0.8)' -OutputTokens 300", "InputTokens")]
    [InlineData("-RequestsPerSecond 20 -InputTokens 12000 -OutputTokens 300", "longer than the context of 8192 tokens")]
    public void What_cannot_be_is_one_error(string arguments, string message) =>
        Assert.Contains(message, session.Run($"{Run} {arguments}").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("RequestsPerSecond", "InputTokens", "OutputTokens", "ThinkTimeSeconds", "TtftSloMs", "TpotSloMs")]
    [InlineData("requests_per_second", "input_tokens", "output_tokens", "think_time_seconds", "ttft_slo_ms", "tpot_slo_ms")]
    public void A_record_binds_by_either_name(params string[] names) => Assert.Equal(
        ["5 lognormal(900,0.5) 200 20 500 50"],
        session.Run(
            $"[pscustomobject]@{{ {names[0]} = 5; {names[1]} = 'lognormal(900,0.5)'; {names[2]} = '200'; {names[3]} = 20; {names[4]} = 500; {names[5]} = 50; Model = 'llama-3.3-70b' }} | "
            + Run.Replace("llama-3.3-70b ", "-Server ", StringComparison.Ordinal)
            + " | ForEach-Object { $t = $_.Request.Traffic; \"$($t.RequestsPerSecond) $($t.InputTokens) $($t.OutputTokens) $($t.ThinkTimeSeconds) $($t.Objective.TtftMs) $($t.Objective.TpotMs)\" }").Lines);

    [Fact]
    public void Rates_and_lengths_make_a_grid() => Assert.Equal(
        ["1 100", "1 200", "2 100", "2 200"],
        session.Run(Run + " -RequestsPerSecond 1, 2 -InputTokens 100, 200 -OutputTokens 50 | ForEach-Object { \"$($_.Request.Traffic.RequestsPerSecond) $($_.Request.Traffic.InputTokens)\" }").Lines);

    [Fact]
    public void Auto_keeps_the_latency_where_the_placement_of_the_memory_alone_does_not()
    {
        const string Load = " -RequestsPerSecond 5 -TpotSloMs 12" + Lengths + " | ForEach-Object { [string]$_.Feasible }";
        Assert.Equal(["True", "False"], session.Run(Run.Replace("-TensorParallel 8", "-TensorParallel 2, auto", StringComparison.Ordinal) + Load).Lines);
    }
}
