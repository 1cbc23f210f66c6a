using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class CsvTests
{
    private static readonly ScenarioResult[] Results = [.. Cases.All.SelectMany(request => Sample.Results(request, "en-US"))];

    private static readonly List<string[]> Rows = Read(Sample.Write("Csv", new SizingReport(Results, Words.Of("en-US"), [])));

    [Fact]
    public void There_is_one_row_for_each_scenario_and_metric()
    {
        Assert.Equal(
            [.. Results.SelectMany(result => MetricList.For(result).Select(metric => (result.Scenario, metric.Id)))],
            [.. Rows.Skip(1).Select(row => (row[Column("scenario")], row[Column("metric")]))]);
        Assert.All(Rows, row => Assert.Equal(Rows[0].Length, row.Length));
    }

    [Fact]
    public void Numbers_are_invariant_and_come_back_exactly()
    {
        MetricResult[] metrics = [.. Results.SelectMany(result => result.Metrics)];
        for (int i = 0; i < metrics.Length; i++)
        {
            string value = Rows[i + 1][Column("value")];
            string bytes = Rows[i + 1][Column("bytes")];
            Assert.Equal(metrics[i].Value, value.Length == 0 ? null : metrics[i].Value is string ? value : Number(value, metrics[i].Value));
            Assert.Equal(metrics[i].Bytes, bytes.Length == 0 ? null : long.Parse(bytes, CultureInfo.InvariantCulture));
            Assert.Equal(metrics[i].Display, Rows[i + 1][Column("display")]);
        }
    }

    [Fact]
    public void A_request_that_cannot_be_met_has_no_number_of_nodes()
    {
        string[][] infeasible = [.. Rows.Skip(1).Where(row => row[Column("feasible")] == "false" && row[Column("unit")] == "nodes" && row[Column("metric")] != "nodes_per_replica")];
        Assert.NotEmpty(infeasible);
        Assert.All(infeasible, row => Assert.Equal("", row[Column("value")]));
    }

    [Fact]
    public void A_hostile_name_is_one_cell_that_comes_back_unchanged()
    {
        string expected = Cases.HostileName.Replace('\ud800', '\ufffd');
        Assert.Contains(Rows, row => row[Column("model")] == expected && row[Column("server")] == expected && row[Column("storage")] == expected);
    }

    [Fact]
    public void Records_end_with_a_carriage_return_and_a_line_feed()
    {
        string csv = Sample.Write("Csv", "en-US", Cases.Seed);
        Assert.Equal(3 * MetricList.For(Results[0]).Count(), csv.Split("\r\n").Length - 1);
        Assert.DoesNotContain('\n', csv.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.StartsWith("model,server,storage,concurrency,effective_context,kv_precision,scenario,", csv, StringComparison.Ordinal);
        Assert.Contains(
            "\r\nopt-oss-20b,dgx-b200,profile_default,500,65536,fp8,ideal,0.3,n+2,0.65,120,true,kv_per_session_gib,0.75146484375,GiB,806879232,0.75 GiB\r\n",
            csv, StringComparison.Ordinal);
    }

    private static object Number(string text, object? like) => like switch
    {
        long => long.Parse(text, CultureInfo.InvariantCulture),
        decimal => decimal.Parse(text, CultureInfo.InvariantCulture),
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static int Column(string name) => Array.IndexOf(Rows[0], name);

    /// <summary>RFC 4180, strictly: a quote may only open or close a cell, or stand twice within one.</summary>
    private static List<string[]> Read(string csv)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        int i = 0;
        while (true)
        {
            cell.Clear();
            if (i < csv.Length && csv[i] == '"')
            {
                for (i++; csv[i] != '"' || (i + 1 < csv.Length && csv[i + 1] == '"'); i++)
                {
                    i += csv[i] == '"' ? 1 : 0;
                    cell.Append(csv[i]);
                }
                i++;
            }
            else
            {
                for (; i < csv.Length && csv[i] is not (',' or '\r'); i++)
                {
                    Assert.False(csv[i] is '"' or '\n');
                    cell.Append(csv[i]);
                }
            }
            row.Add(cell.ToString());
            if (i < csv.Length && csv[i] == ',')
            {
                i++;
                continue;
            }
            rows.Add([.. row]);
            row.Clear();
            if (i == csv.Length)
            {
                return rows;
            }
            Assert.Equal("\r\n", csv.Substring(i, 2));
            i += 2;
        }
    }
}
