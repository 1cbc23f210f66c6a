using System;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class TextReportTests
{
    [Fact]
    public void Storage_that_was_not_given_is_not_stated()
    {
        string report = Sample.Write("Text", "pt-BR", Cases.Sliding);
        Assert.Contains("STORAGE:\n  não informado\n\nNFR", report, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_number_is_not_stated_and_never_zero()
    {
        string report = Sample.Write("Text", "en-US", Cases.Mixed);
        Assert.Contains("  IOPS: not stated\n", report, StringComparison.Ordinal);
        Assert.Contains("  Throughput: 0.5 GB/s read / write not stated\n", report, StringComparison.Ordinal);
        Assert.Contains("  P99 Latency: read not stated / 3 ms write\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_model_lists_no_window_and_a_sliding_model_no_full_layers()
    {
        Assert.DoesNotMatch("Full Layers|Sliding", Inputs(Cases.Full));
        Assert.DoesNotMatch("Full Layers", Inputs(Cases.Sliding));
        Assert.Contains("    • Sliding Layers: 24\n    • Sliding Window: 4,096\n", Inputs(Cases.Sliding), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_mixed_heads_shows_them_all_and_no_product()
    {
        string report = Sample.Write("Text", "pt-BR", Cases.Mixed);
        Assert.Contains("  KV Heads: 4 / 8\n  Head Dim: 192+128 / 256\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("bytes por posição", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clamped_context_says_what_was_asked_for() =>
        Assert.Contains("Effective Context: 262,144 tokens (asked for: 300,000)", Inputs(Cases.Mixed), StringComparison.Ordinal);

    [Fact]
    public void What_was_asked_for_beyond_the_load_is_listed() => Assert.Contains(
        "  Requested KV Budget Ratio: 0.8\n  Requested Runtime Overhead: 40 GiB\n  Requested Peak Headroom: 0.6\n", Inputs(Cases.Mixed), StringComparison.Ordinal);

    [Fact]
    public void A_request_that_cannot_be_met_names_the_ways_out_instead_of_nodes()
    {
        string report = Sample.Write("Text", "pt-BR", Cases.NoSessionFits);
        Assert.Contains("▸ Sessions Per Node: 0 sessões\n", report, StringComparison.Ordinal);
        Assert.Contains("▸ Nodes Final: n/d (inviável)\n", report, StringComparison.Ordinal);
        Assert.Contains("▸ CRÍTICO: no_session_fits", report, StringComparison.Ordinal);
        Assert.All(["contexto mais curto", "KV de 8 bits", "overhead menor", "nó maior", "budget de KV mais alto"], way =>
            Assert.Contains(way, Unwrapped(report), StringComparison.Ordinal));
    }

    [Fact]
    public void An_alert_of_every_scenario_stands_once_and_another_names_its_scenarios()
    {
        string report = Sample.Write("Text", "en-US", Cases.Mixed);
        Assert.Single(Regex.Matches(report, "WARNING: long_context\n"));
        Assert.Contains("▸ WARNING: budget_ratio_high (MINIMUM, RECOMMENDED)\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Critical_alerts_come_first_and_information_is_left_out()
    {
        string report = Sample.Write("Text", "en-US", Cases.Mixed);
        Assert.True(report.IndexOf("CRITICAL: overhead_below_weights", StringComparison.Ordinal) < report.IndexOf("WARNING:", StringComparison.Ordinal));
        Assert.DoesNotContain("no_redundancy", report, StringComparison.Ordinal);
        Assert.DoesNotContain("No critical alert", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_results_title_lists_the_scenarios_of_the_run()
    {
        Scenario blackFriday = Sample.Scenario("black-friday", "n+3", headroom: 1);
        string report = Sample.Write("Text", new SizingReport(
            Sample.Results(Cases.Seed, "pt-BR", Sample.Scenarios[1], blackFriday), Words.Of("pt-BR"), Words.Parameters("pt-BR")));
        Assert.Contains("│ SEÇÃO 3: RESULTADOS POR CENÁRIO (RECOMENDADO / BLACK-FRIDAY) ", report, StringComparison.Ordinal);
        Assert.Contains("Com N+3: sistema tolera falha de 3 nós mantendo SLO.", Unwrapped(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_of_scenarios_goes_on_within_the_box()
    {
        Scenario[] scenarios = [.. Enumerable.Range(1, 12).Select(i => Sample.Scenario("scenario-number-" + i, "none"))];
        string report = Sample.Write("Text", new SizingReport(Sample.Results(Cases.Seed, "en-US", scenarios), Words.Of("en-US"), []));
        string[] box = [.. report.Split('\n').Where(line => line.StartsWith('│') && line.Contains("SCENARIO-NUMBER-", StringComparison.Ordinal))];
        Assert.Equal(4, box.Length);
        Assert.All(box, line => Assert.Equal((100, '│'), (line.Length, line[^1])));
    }

    [Fact]
    public void Several_sizings_are_compared_first_and_share_one_dictionary()
    {
        string report = Sample.Write("Text", "en-US", Cases.All);
        string[] sections = [.. Regex.Matches(report, "│ SECTION ([0-9.]+): ([A-Z]+)").Select(match => match.Groups[1].Value + " " + match.Groups[2].Value)];
        Assert.Equal("1 COMPARISON", sections[0]);
        Assert.Equal($"{Cases.All.Length + 2} DICTIONARY", sections[^1]);
        Assert.Equal(["2.1 INPUTS", "2.2 RESULTS", "2.3 ALERTS", "3.1 INPUTS"], sections[1..5]);
        Assert.Equal(1 + (3 * Cases.All.Length) + 1, sections.Length);
        Assert.Single(Regex.Matches(report, "【num_layers】"));
    }

    [Fact]
    public void The_comparison_shows_the_nodes_of_each_scenario_and_what_differs()
    {
        string report = Sample.Write("Text", "en-US",
            Sample.Request(requirements: new Requirements(1_000, 131_072, Sample.Fp8)),
            Sample.Request(requirements: new Requirements(1_000, 131_072, Sample.Fp8, kvBudgetRatio: 0.5m)),
            Sample.Request(requirements: new Requirements(1_000, 131_072, Sample.Fp8, kvBudgetRatio: 0.0001m)));
        Assert.Contains(
            "  #  Model        Server    Sessions  Context  KV   Budget  Nodes            Alerts\n"
            + "  ─  ───────────  ────────  ────────  ───────  ───  ──────  ───────────────  ──────\n"
            + "  1  opt-oss-20b  dgx-b200     1,000  131,072  fp8       -  2 / 4 / 5             1\n"
            + "  2  opt-oss-20b  dgx-b200     1,000  131,072  fp8     0.5  3 / 4 / 6             1\n"
            + "  3  opt-oss-20b  dgx-b200     1,000  131,072  fp8  0.0001  n/a / n/a / n/a       3\n",
            report,
            StringComparison.Ordinal);
    }

    private static string Unwrapped(string report) => Regex.Replace(report, @"\s+", " ");

    private static string Inputs(SizingRequest request)
    {
        string report = Sample.Write("Text", "en-US", request);
        return report[..report.IndexOf("SECTION 2", StringComparison.Ordinal)];
    }
}
