using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Wide;

/// <summary>The parts of a grid are the grid, however many there are.</summary>
public sealed class ShardTests(Session session) : IClassFixture<Session>
{
    private const string Grid = "Invoke-LlmSizing opt-oss-20b, opt-oss-120b dgx-h100, dgx-b200 -Concurrency (1..5) -EffectiveContext 8192, 65536";

    // 40 combinations of three scenarios.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(100)]
    public void The_parts_in_their_order_are_the_whole(int of)
    {
        string[] parts = session.Run($"foreach ($n in 1..{of}) {{ {Grid} -ThrottleLimit 2 -Shard \"$n/{of}\" }}").Clean.Select(Identity).ToArray();
        Assert.Equal(session.Run(Grid).Clean.Select(Identity), parts);
    }

    [Fact]
    public void Parts_differ_by_one_combination_at_most_and_the_longer_come_first() => Assert.Equal(
        ["18", "18", "18", "18", "18", "15", "15"],
        session.Run($"foreach ($n in 1..7) {{ @({Grid} -Shard \"$n/7\").Count }}").Lines);

    [Fact]
    public void The_last_part_of_a_huge_grid_is_found_without_what_comes_before() => Assert.Equal(
        ["100000 100000"],
        session.Run("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency (1..100000) -EffectiveContext (1..100000) -Scenario minimum -Shard '1000000/1000000' | ForEach-Object { \"$($_.Concurrency) $($_.EffectiveContext)\" }")
            .Lines.Distinct().TakeLast(1));

    [Theory]
    [InlineData("'0/16'")]
    [InlineData("'17/16'")]
    [InlineData("'3/0'")]
    [InlineData("' 3/16'")]
    [InlineData("'3/16 '")]
    [InlineData("'3 / 16'")]
    [InlineData("'03/16'")]
    [InlineData("'+3/16'")]
    [InlineData("'-3/16'")]
    [InlineData("'3/-16'")]
    [InlineData("'3'")]
    [InlineData("'3/'")]
    [InlineData("'/16'")]
    [InlineData("'3/16/1'")]
    [InlineData("'3\\16'")]
    [InlineData("'3,0/16'")]
    [InlineData("'3.0/16'")]
    [InlineData("'1.000/1.000'")]
    [InlineData("'٣/١٦'")]
    [InlineData("\"3/16`n\"")]
    [InlineData("'1/1000001'")]
    [InlineData("'99999999999999999999/99999999999999999999'")]
    [InlineData("''")]
    [InlineData("$null")]
    [InlineData("3/16")]
    [InlineData("(3/16)")]
    [InlineData("@('1/2', '2/2')")]
    public void Another_way_of_writing_is_refused_with_what_to_write(string shard)
    {
        foreach (string culture in new[] { "", "pt-BR", "de-DE" })
        {
            RunResult refused = null!;
            Cultures.Run(culture, () => refused = session.Run($"{Grid} -Shard {shard}"));
            if (shard == "3/16")
            {
                // The argument mode of the shell keeps it as text.
                Assert.Empty(refused.Errors);
                continue;
            }
            Assert.Empty(refused.Output);
            Assert.Contains("'3/16' is the third of sixteen", refused.Errors.Single().Exception.Message);
        }
    }

    [Fact]
    public void A_second_record_ends_the_command_since_the_parts_of_two_grids_do_not_join()
    {
        RunResult refused = session.Run("Get-LlmModel opt-oss-* | Invoke-LlmSizing -Server dgx-b200 -Concurrency 1, 2 -EffectiveContext 8192 -Shard '1/2'");
        Assert.StartsWith("ShardOfSeveralRecords,", refused.Errors.Single().FullyQualifiedErrorId);
        Assert.Equal(3, refused.Output.Count);
    }

    private static string Identity(System.Management.Automation.PSObject? result) => string.Join(
        ' ', new[] { "Model", "Server", "Concurrency", "EffectiveContext", "Scenario", "NodesFinal" }.Select(name => Convert.ToString(result!.Properties[name].Value, System.Globalization.CultureInfo.InvariantCulture)));
}
