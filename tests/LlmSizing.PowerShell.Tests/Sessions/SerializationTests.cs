using System;
using System.Linq;
using System.Management.Automation;
using LlmSizing.Tests.Views;
using Xunit;

namespace LlmSizing.Tests.Sessions;

/// <summary>Results survive jobs and remoting: the serializer keeps what an operator reads.</summary>
public sealed class SerializationTests(Session session) : IClassFixture<Session>
{
    private const string Seed = "Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 500 -EffectiveContext 65536 -KvPrecision bf16 -Scenario minimum";

    [Fact]
    public void A_result_keeps_its_numbers_as_numbers()
    {
        PSObject live = session.Run(Seed).Clean.Single()!;
        PSObject result = Shown.Deserialized(session, Seed).Single();
        Assert.Contains("Deserialized.LlmSizing.ScenarioResult", result.TypeNames);
        Assert.All(
            live.Properties.Where(property => property.Value is null or string or long or int or decimal or double or bool),
            property => Assert.Equal(property.Value, result.Properties[property.Name].Value));
    }

    [Fact]
    public void Metrics_are_readable_with_their_rationale()
    {
        PSObject result = Shown.Deserialized(session, Seed).Single();
        string[] answer = [.. session.Run(
            """
            $metrics = $args[0].Metrics
            $metrics.Count
            $metrics[0].Metric; $metrics[0].Display; $metrics[0].Unit; $metrics[0].Bytes
            $metrics[0].Rationale.Formula[0]
            ($metrics[0].Rationale.Inputs | Where-Object Name -eq total_bytes).Value
            $metrics[0].Rationale.Interpretation.Length -gt 50
            ($metrics | Where-Object Metric -eq sessions_per_node).Value
            """,
            result).Lines];
        Assert.Equal(["8", "kv_per_session_gib", "1.50 GiB", "GiB", "1613758464", "Hybrid attention: 12 full + 12 sliding", "1613758464", "True", "568"], answer);
    }

    [Fact]
    public void Alerts_are_readable_and_can_be_filtered_by_severity() => Assert.Equal(
        ["kv_16bit_on_8bit_hardware", "True", "True"],
        session.Run(
            """
            $alert = @($args[0].Alerts | Where-Object Severity -eq Warning)[0]
            $alert.Code; $alert.Message.Length -gt 20; $alert.Action.Length -gt 20
            """,
            Shown.Deserialized(session, Seed).Single()).Lines);

    [Fact]
    public void The_question_is_readable() => Assert.Equal(
        ["opt-oss-20b on dgx-b200: 500 sessions of 65536 tokens"],
        session.Run("[string]$args[0].Request", Shown.Deserialized(session, Seed).Single()).Lines);

    [Theory]
    [InlineData(Seed + " | Get-SizingMetric kv_per_session_gib", "$args[0].Rationale.Inputs[0].Name", "model")]
    [InlineData("Get-KvPerSession opt-oss-20b 8192", "$args[0].Rationale.Formula.Count", "4")]
    [InlineData("Get-LlmModel opt-oss-20b", "$args[0].Layers[1].SlidingWindow", "128")]
    [InlineData("Get-LlmModel opt-oss-20b", "$args[0].References.Count -gt 0", "True")]
    [InlineData("Get-LlmServer dgx-b200", "$args[0].HbmPerGpuGb * $args[0].Gpus", "1440")]
    [InlineData("Get-LlmStorage profile_default", "$args[0].IopsRead", "1000000")]
    [InlineData("Get-LlmScenario ideal", "[string]$args[0].PeakHeadroom", "0.2 (0.3 to 10)")]
    [InlineData("Get-SizingParameter head_dim", "$args[0].CommonError.Length -gt 10", "True")]
    public void Every_object_is_readable_after_the_round_trip(string script, string question, string answer) =>
        Assert.Equal([answer], session.Run(question, Shown.Deserialized(session, script).Single()).Lines);

    [Fact]
    public void A_result_is_serialized_in_reasonable_space() => Assert.InRange(
        session.Run($"[System.Management.Automation.PSSerializer]::Serialize(({Seed}))").Lines.Single().Length, 1_000, 100_000);
}
