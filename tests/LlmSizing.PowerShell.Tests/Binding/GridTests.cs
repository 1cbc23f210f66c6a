using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Binding;

/// <summary>Arrays make a grid: every combination, in the documented order, streamed.</summary>
public sealed class GridTests(Session session) : IClassFixture<Session>
{
    private const string Columns = """
        ForEach-Object {
            @($_.Model, $_.Server, $_.Storage, $_.Concurrency, $_.EffectiveContext, $_.KvPrecision, $_.KvBudgetRatio, $_.RuntimeOverheadGib, $_.PeakHeadroomRatio, $_.Scenario).ForEach({
                [string]::Format([cultureinfo]::InvariantCulture, '{0}', $_) }) -join ' ' }
        """;

    [Fact]
    public void Every_combination_is_written_once_and_the_last_argument_varies_fastest()
    {
        string[][] arguments =
        [
            ["opt-oss-20b", "opt-oss-120b"], ["dgx-h100", "dgx-b200"], ["profile_default"], ["7", "3", "5"], ["8192", "65536"], ["fp8", "bf16"],
            ["0.5", "0.6"], ["120", "200"], ["0.1", "0.4"], ["recommended", "minimum"],
        ];
        IEnumerable<string> expected = arguments.Aggregate((IEnumerable<string>)[""], (lines, values) =>
            from line in lines
            from value in values
            select line.Length == 0 ? value : line + " " + value);

        string[] written = session.Run("Invoke-LlmSizing " + string.Join(' ', Names.Zip(arguments, (name, values) => $"-{name} {string.Join(", ", values)}")) + " | " + Columns).Lines;

        // The minimum scenario drops the headroom, whatever was asked for.
        Assert.Equal(expected.Select(line => line.EndsWith("minimum", StringComparison.Ordinal) ? line.Replace(" 0.1 ", " 0 ").Replace(" 0.4 ", " 0 ") : line), written);
        Assert.Equal(2 * 2 * 1 * 3 * 2 * 2 * 2 * 2 * 2 * 2, written.Length);
    }

    private static string[] Names =>
        ["Model", "Server", "Storage", "Concurrency", "EffectiveContext", "KvPrecision", "KvBudgetRatio", "RuntimeOverheadGib", "PeakHeadroomRatio", "Scenario"];

    [Fact]
    public void The_grid_of_the_design_has_a_result_for_each_combination_and_scenario() => Assert.Equal(
        3 * 3 * 2 * 3,
        session.Run("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 100,500,1000 -EffectiveContext 8192,65536,131072 -KvPrecision fp8,bf16").Clean.Count);

    [Fact]
    public void Several_storage_profiles_are_a_dimension_between_server_and_concurrency()
    {
        string[] profiles = session.Run("Get-LlmStorage").Clean.Take(2).Select(profile => (string)profile!.Properties["Name"].Value).ToArray();
        string[] written = session.Run(
            "Invoke-LlmSizing opt-oss-20b dgx-h100, dgx-b200 $args[0] -Concurrency 1, 2 -EffectiveContext 8192 -Scenario minimum | ForEach-Object { \"$($_.Server) $($_.Storage) $($_.Concurrency)\" }",
            (object)profiles).Lines;
        Assert.Equal(
            from server in new[] { "dgx-h100", "dgx-b200" }
            from profile in profiles
            from sessions in new[] { 1, 2 }
            select $"{server} {profile} {sessions.ToString(CultureInfo.InvariantCulture)}",
            written);
    }

    [Theory]
    [InlineData("KvPerSession", "Get-KvPerSession opt-oss-20b, opt-oss-120b 1024, 2048 fp8, bf16", 8)]
    [InlineData("repeated values", "Invoke-LlmSizing opt-oss-20b, opt-oss-20b dgx-b200 -Concurrency 5, 5 -EffectiveContext 8192 -Scenario minimum", 4)]
    [InlineData("one of each", "Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192", 3)]
    public void Counts_are_products(string grid, string script, int count) => Assert.True(session.Run(script).Clean.Count == count, grid);

    // Ten thousand million combinations: these two end because results are streamed and a stopped producer stops.
    private const string Endless = "Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency (1..100000) -EffectiveContext (1..100000)";

    [Fact]
    public void The_first_result_is_written_before_the_grid_ends_and_a_consumer_that_leaves_stops_it() =>
        Assert.Equal(["1 1 minimum"], session.Run($"do {{ {Endless} | ForEach-Object {{ \"$($_.Concurrency) $($_.EffectiveContext) $($_.Scenario)\"; break }} }} while ($false)").Lines);

    [Fact]
    public void An_exception_downstream_stops_the_producer()
    {
        RunResult run = session.Run($"{Endless} | ForEach-Object {{ throw 'enough' }}");
        Assert.Empty(run.Output);
        Assert.Equal("enough", run.Message);
    }

    [Fact]
    public void A_pipe_is_sized_record_by_record() => Assert.Equal(
        ["in 1", "out 1", "in 2", "out 2"],
        session.Run(
            """
            1, 2 | ForEach-Object { "in $_"; [pscustomobject]@{ Model = 'opt-oss-20b'; Concurrency = $_ } } |
                ForEach-Object { if ($_ -is [string]) { $_ } else { $_ | Invoke-LlmSizing -Server dgx-b200 -EffectiveContext 8192 -Scenario minimum | ForEach-Object { "out $($_.Concurrency)" } } }
            """).Lines);
}
