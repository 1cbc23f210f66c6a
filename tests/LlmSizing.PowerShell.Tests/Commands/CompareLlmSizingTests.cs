using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests.Commands;

/// <summary>Options side by side, as an operator asks for them.</summary>
public sealed class CompareLlmSizingTests(Session session) : IClassFixture<Session>
{
    private const string Options = "Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5000 -EffectiveContext 65536 -KvPrecision fp8";

    [Fact]
    public void A_row_has_a_property_for_each_option()
    {
        PSObject row = session.Run($"{Options} | Compare-LlmSizing | Where-Object Metric -EQ nodes_final").Clean.Single()!;
        Assert.Equal(["Metric", "minimum", "recommended", "ideal"], row.Properties.Select(property => property.Name));
        Assert.Equal(["5", "7", "9"], session.Run("$row = $args[0]; 'minimum', 'recommended', 'ideal' | ForEach-Object { $row.$_.Value }", row).Lines);
        Assert.Equal("7 nodes (+40.0%)", row.Properties["recommended"].Value.ToString());
    }

    [Theory]
    [InlineData("-Baseline 2")]
    [InlineData("-Baseline ideal")]
    [InlineData("-Baseline $results[2]")]
    [InlineData("IDEAL")]
    public void A_baseline_is_a_position_a_name_or_a_result(string argument) => Assert.Equal(
        ["ideal"],
        session.Run($"$results = {Options}; ($results | Compare-LlmSizing {argument})[0].PSObject.Properties.Value | Where-Object IsBaseline | ForEach-Object Option").Lines);

    [Theory]
    [InlineData("-Baseline 3", "BaselineNotFound")]
    [InlineData("-Baseline -1", "BaselineNotFound")]
    [InlineData("-Baseline none", "BaselineNotFound")]
    [InlineData("-Baseline 1.5", "BaselineNotFound")]
    [InlineData("-Name a, b", "OptionNamesNotUsable")]
    [InlineData("-Name a, A, b", "OptionNamesNotUsable")]
    [InlineData("-Name metric, a, b", "OptionNamesNotUsable")]
    [InlineData("-As Word", "FormatNotFound")]
    public void What_cannot_be_compared_is_one_error(string arguments, string id)
    {
        RunResult run = session.Run($"{Options} | Compare-LlmSizing {arguments}");
        Assert.Empty(run.Output);
        Assert.StartsWith(id + ",", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text", "OPTIONS SIDE BY SIDE")]
    [InlineData("markdown", "# OPTIONS SIDE BY SIDE")]
    [InlineData("Json", "\"baseline\": \"minimum\"")]
    [InlineData("Csv", "metric,unit,better,option,baseline")]
    public void Every_report_format_writes_it(string format, string expected) =>
        Assert.Contains(expected, session.Run($"{Options} | Compare-LlmSizing -As {format} -Culture en-US").Lines.Single(), StringComparison.Ordinal);

    [Fact]
    public void Nothing_in_the_pipe_writes_nothing() => Assert.Empty(session.Run("@() | Compare-LlmSizing").Clean);

    [Fact]
    public void Rows_survive_a_job() => Assert.Equal(
        ["7 nodes (+40.0%)", "7"],
        session.Run(
            $"""
            $row = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(
                ({Options} | Compare-LlmSizing | Where-Object Metric -EQ nodes_final)))
            [string]$row.recommended; $row.recommended.Value
            """).Lines);
}
