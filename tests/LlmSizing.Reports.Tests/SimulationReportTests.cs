using System;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class SimulationReportTests
{
    /// <summary>A simulation that says everything.</summary>
    public static readonly SimulationResult Full = Run(
        SimulationLoad.Closed(20, Tokens("1200"), Tokens("100"), Tokens("1")), prefillReplicas: 1, failAtSeconds: 5, ttftSloMs: 500);

    private static readonly SimulationResult Plain = Run(SimulationLoad.Open(4, Tokens("lognormal(800,0.5)"), Tokens("100")));

    [Fact]
    public void Text_holds_the_page_and_ends_as_a_report_does()
    {
        string[] lines = Sample.Write("Text", new SizingReport([], Words.Of("en-US"), [], [Plain, Full])).Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
        Assert.Contains(lines, line => line.Contains("SECTION 1: SIMULATION", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("SECTION 2: SIMULATION", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("TTFT", StringComparison.Ordinal));
    }

    [Fact]
    public void A_simulation_follows_the_sizings_and_changes_nothing_before_it()
    {
        string alone = Sample.Write("Text", "en-US", Cases.Seed);
        string both = Sample.Write("Text", new SizingReport(Sample.Results(Cases.Seed, "en-US"), Words.Of("en-US"), Words.Parameters("en-US"), [Plain]));
        Assert.StartsWith(alone.Substring(0, alone.LastIndexOf("====\n", alone.LastIndexOf("END OF REPORT", StringComparison.Ordinal), StringComparison.Ordinal) - 100), both, StringComparison.Ordinal);
        Assert.Contains("SECTION 5: SIMULATION", both, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_a_member_of_its_own_where_there_is_one()
    {
        using JsonDocument json = JsonDocument.Parse(Sample.Write("Json", new SizingReport([], Words.Of("en-US"), [], [Full])));
        JsonElement simulation = json.RootElement.GetProperty("simulations")[0];
        Assert.Equal(Full.Ttft.P99Ms, simulation.GetProperty("ttft").GetProperty("p99_ms").GetDouble());
        Assert.Equal(200, simulation.GetProperty("figures").GetProperty("finished").GetInt64());
        Assert.Equal(6, simulation.GetProperty("checks").GetArrayLength());
        Assert.DoesNotContain("simulations", Sample.Write("Json", "en-US", Cases.Seed), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_rows_under_the_same_header()
    {
        string[] rows = Sample.Write("Csv", new SizingReport([], Words.Of("en-US"), [], [Full])).Split("\r\n");
        Assert.All(rows, row => Assert.Equal(rows[0].Count(c => c == ','), Unquoted(row).Count(c => c == ',')));
        Assert.Contains(rows, row => row.Contains(",ttft_p99_ms,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("pt-BR")]
    public void Markdown_says_it_in_both_languages(string culture) =>
        Assert.Contains("| TTFT |", Sample.Write("Markdown", new SizingReport([], Words.Of(culture), [], [Plain])), StringComparison.Ordinal);

    private static string Unquoted(string row) => string.Concat(row.Split('"').Where((_, i) => i % 2 == 0));

    private static Distribution Tokens(string text) => Distribution.Parse(text, "Tokens");

    private static SimulationResult Run(SimulationLoad load, long prefillReplicas = 0, decimal? failAtSeconds = null, decimal? ttftSloMs = null)
    {
        var server = new Server(
            new EntryInfo("node"), 8, 80, hbmBandwidthTbS: 3.35m, hardware: new ServerHardware(bf16Tflops: 989, gpuLinkGbS: 900, pcieGen: 5, fabricGbS: 50));
        var plan = new NodePlan(PlacedCases.Whole.Model, server, new Requirements(10, 2048), new Deployment(EngineList.Find("ideal")!), new Placement(8));
        return Simulator.Run(new SimulationRequest(
            plan, EngineTuning.Ideal, load, requests: 200, replicas: 3, prefillReplicas: prefillReplicas, failAtSeconds: failAtSeconds, ttftSloMs: ttftSloMs));
    }
}
