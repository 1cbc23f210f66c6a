using System;
using System.Linq;
using System.Management.Automation;
using System.Xml.Linq;
using Xunit;

namespace LlmSizing.Tests.Views;

/// <summary>The default views answer at a glance, in every culture and width.</summary>
public sealed class TableTests
{
    private const string Seed = "Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8";

    public static TheoryData<string> CultureNames => Cultures.Names;

    [Theory]
    [InlineData(120)]
    [InlineData(100)]
    [InlineData(80)]
    public void A_sizing_is_read_at_a_glance(int width)
    {
        string[] lines = Shown.Lines(Seed, width);
        Assert.All(["Model", "Server", "Scenario", "Per node", "Nodes", "Feasible", "Alerts"], column => Assert.Contains(column, lines[0], StringComparison.Ordinal));
        Assert.Equal(
            [
                "opt-oss-20b dgx-b200 minimum 1,137 1 True 2 500 65,536",
                "opt-oss-20b dgx-b200 recommended 1,137 2 True 1 500 65,536",
                "opt-oss-20b dgx-b200 ideal 1,056 3 True 1 500 65,536",
            ],
            lines[^3..].Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, width));
    }

    [Theory]
    [InlineData(120)]
    [InlineData(80)]
    public void The_alerts_of_a_long_name_are_seen_too(int width)
    {
        string[] lines = Shown.Lines("Get-LlmModel llama-3.1-405b | Invoke-LlmSizing -Server dgx-h100 -Concurrency 100000 -EffectiveContext 131072", width);
        Assert.All(lines[^3..], line => Assert.Matches(@"\s0\s+False\s+\d crit", line));
    }

    [Theory]
    [MemberData(nameof(CultureNames))]
    public void Numbers_look_the_same_in_every_culture(string culture) => Cultures.Run(culture, () =>
    {
        string sizing = string.Join("\n", Shown.Lines("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 1000000 -EffectiveContext 65536"));
        Assert.Contains("1,000,000", sizing, StringComparison.Ordinal);
        Assert.Contains("65,536", sizing, StringComparison.Ordinal);
        Assert.Contains("116.83", string.Join("\n", Shown.Lines("Get-LlmModel opt-oss-120b")), StringComparison.Ordinal);
        Assert.Contains("0.15", string.Join("\n", Shown.Lines("Get-LlmStorage profile_default")), StringComparison.Ordinal);
        Assert.Contains("0.2 (0.3 to 10)", string.Join("\n", Shown.Lines("Get-LlmScenario")), StringComparison.Ordinal);
        Assert.Contains("0.7515", string.Join("\n", Shown.Lines($"({Seed} | Get-SizingMetric kv_total_gib).Rationale.Inputs")), StringComparison.Ordinal);
        string[] list = Shown.List(Seed + " -Scenario minimum");
        Assert.Contains("KvBudgetRatio      : 0.7", list);
        Assert.Contains("KvPerSessionGib    : 0.75146484375", list);
        Assert.Contains("UsableHbmPerGpuGib : 179.06", Shown.List("Get-LlmServer dgx-b200"));
    });

    [Fact]
    public void The_list_view_has_every_scalar_property_and_the_alerts()
    {
        using var session = new Session();
        PSObject result = session.Run(Seed + " -KvBudgetRatio 0.9 -Scenario minimum").Clean.Single()!;
        string[] list = Shown.List(Seed + " -KvBudgetRatio 0.9 -Scenario minimum");
        string[] nested = ["Alerts", "Metrics", "Request", "ScenarioDefinition", "Capacity", "Load", "Workload"];
        Assert.All(
            result.Properties.Select(property => property.Name).Except(nested),
            name => Assert.Contains(list, line => line.StartsWith(name + " ", StringComparison.Ordinal) && line.Contains(" :", StringComparison.Ordinal)));
        Assert.Contains(list, line => line.Contains("budget_ratio_high: ", StringComparison.Ordinal));
        Assert.DoesNotContain(list, line => line.StartsWith("Workload", StringComparison.Ordinal));
        Assert.Contains(Shown.List(Seed + " -Scenario minimum -Workload chat"), line => line.StartsWith("Workload ", StringComparison.Ordinal) && line.EndsWith(": chat", StringComparison.Ordinal));
    }

    [Fact]
    public void An_infeasible_sizing_shows_no_number_of_nodes_and_its_critical_alerts()
    {
        string[] lines = Shown.Lines("Invoke-LlmSizing llama-3.1-405b dgx-h100 -Concurrency 5 -EffectiveContext 8192 -Scenario minimum");
        Assert.Matches(@"llama-3\.1-405b\s+dgx-h100\s+minimum\s+0\s+False\s+\d crit\s+5\s+8,192", lines[2]);
    }

    [Fact]
    public void A_metric_shows_its_number_and_the_formula()
    {
        string[] lines = Shown.Lines(Seed + " | Get-SizingMetric sessions_per_node");
        Assert.Contains("sessions_per_node", lines[2], StringComparison.Ordinal);
        Assert.Contains("floor(", lines[2], StringComparison.Ordinal);
        Assert.Contains(Shown.List("Get-KvPerSession opt-oss-20b 65536"), line => line.Contains("Full: 2 × 65536 × 8 × 64 × 1 × 12", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-LlmModel opt-oss-*")]
    [InlineData("Get-LlmServer dgx*")]
    [InlineData("Get-LlmStorage")]
    [InlineData("Get-LlmScenario")]
    [InlineData("Get-SizingParameter")]
    [InlineData("(Get-LlmModel opt-oss-20b).Layers")]
    [InlineData(Seed + " | Get-SizingMetric")]
    [InlineData("(" + Seed + ").Alerts")]
    public void Every_table_keeps_a_line_for_its_header(string script)
    {
        string[] lines = Shown.Lines(script, 120);
        Assert.Matches("^-+( +-+)*$", lines[1]);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 120));
        Assert.All(Shown.Lines(script, 80), line => Assert.InRange(line.Length, 1, 80));
    }

    [Fact]
    public void A_view_works_in_strict_mode() =>
        Assert.Equal(Shown.Lines(Seed), Shown.Lines("& { Set-StrictMode -Version Latest; " + Seed + " | Out-Default }"));

    [Fact]
    public void Every_view_has_a_twin_for_what_came_from_another_process()
    {
        XDocument views = XDocument.Load(Repository.PathOf("module", "LlmSizing.format.ps1xml"));
        string[][] types = [.. views.Descendants("View").Select(view => view.Descendants("TypeName").Select(name => name.Value).ToArray())];
        Assert.All(types, names => Assert.Equal([names[0], "Deserialized." + names[0]], names));
    }

    [Theory]
    [InlineData(Seed)]
    [InlineData(Seed + " | Get-SizingMetric")]
    [InlineData("(" + Seed + ").Alerts")]
    [InlineData("(" + Seed + " | Get-SizingMetric kv_total_gib).Rationale")]
    [InlineData("Get-LlmModel opt-oss-*")]
    [InlineData("Get-LlmServer dgx-b200")]
    [InlineData("Get-LlmStorage profile_default")]
    [InlineData("Get-LlmScenario")]
    [InlineData("Get-SizingParameter head_dim")]
    [InlineData("(Get-LlmModel opt-oss-20b).Layers")]
    public void What_came_from_another_process_is_shown_alike(string script)
    {
        using var session = new Session();
        Assert.Equal(Shown.Lines(script), Shown.Lines("$args[0]", 120, (object)Shown.Deserialized(session, script)));
    }
}
