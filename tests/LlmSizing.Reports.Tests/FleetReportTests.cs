using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using NJsonSchema;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class FleetReportTests
{
    [Fact]
    public void Text_holds_the_page_and_numbers_the_fleets()
    {
        string[] lines = Write("Text", "en-US").Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
        Assert.Contains(lines, line => line.Contains("SECTION 1: FLEET", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("SECTION 3: FLEET", StringComparison.Ordinal));
    }

    [Fact]
    public void Fleets_follow_the_sizings_and_simulations_follow_the_fleets()
    {
        Texts texts = Words.Of("en-US");
        string alone = Sample.Write("Text", "en-US", Cases.Seed);
        string report = Sample.Write("Text", new SizingReport(
            Sample.Results(Cases.Seed, "en-US"), texts, Words.Parameters("en-US"), [SimulationReportTests.Full], [FleetCases.Of(texts, FleetCases.Alone)[0]]));
        Assert.StartsWith(alone[..alone.LastIndexOf("=\nEND OF REPORT", StringComparison.Ordinal)][..^100], report, StringComparison.Ordinal);
        Assert.Contains("SECTION 5: FLEET", report, StringComparison.Ordinal);
        Assert.Contains("SECTION 6: SIMULATION", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_valid_by_the_module_s_schema_and_has_the_numbers()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schema", "report.schema.json"));
        Assert.All(Words.Cultures, culture => Assert.Empty(schema.Validate(Write("Json", culture, [.. FleetCases.All])).Select(error => error.ToString())));
        using JsonDocument json = JsonDocument.Parse(Write("Json", "en-US"));
        JsonElement fleet = json.RootElement.GetProperty("fleets")[1];
        FleetResult expected = FleetCases.Of(Words.Of("en-US"), FleetCases.Priced)[1];
        Dictionary<string, decimal?> figures = fleet.GetProperty("figures").EnumerateArray()
            .ToDictionary(figure => figure.GetProperty("name").GetString()!, figure => figure.GetProperty("value").ValueKind == JsonValueKind.Null ? (decimal?)null : figure.GetProperty("value").GetDecimal());
        Assert.Equal("recommended", fleet.GetProperty("scenario").GetString());
        Assert.Equal(expected.NodesFinal, figures["nodes_final"]);
        Assert.Equal(expected.NodesFinal * 98.32m, figures["price_per_hour"]);
        Assert.Equal(expected.NodesFinal * 14.3m, figures["power_peak_kw"]);
        Assert.Null(figures["power_typical_kw"]);
        Assert.Equal(["chat", Printed(Cases.HostileName), null], fleet.GetProperty("pools")[0].GetProperty("workloads").EnumerateArray().Select(load => load.GetProperty("workload").GetString()));
    }

    [Fact]
    public void A_fleet_of_which_nothing_is_asked_has_no_power_and_no_price() =>
        Assert.DoesNotContain("price", Write("Csv", "en-US", FleetCases.Alone), StringComparison.Ordinal);

    [Fact]
    public void Csv_has_rows_under_the_same_header()
    {
        string[] rows = Write("Csv", "en-US", FleetCases.Shared, FleetCases.Busy).Split("\r\n");
        Assert.All(rows, row => Assert.Equal(rows[0].Count(c => c == ','), string.Concat(row.Split('"').Where((_, i) => i % 2 == 0)).Count(c => c == ',')));
        Assert.Contains(rows, row => row.Contains(",fleet_nodes_final,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(",pool_replicas,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(",workload_nodes_alone,", StringComparison.Ordinal) && row.Contains("fast: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_is_a_fleet()
    {
        string[] lines = Write("JsonLines", "pt-BR").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line =>
        {
            using JsonDocument json = JsonDocument.Parse(line);
            Assert.True(json.RootElement.GetProperty("fleet").GetProperty("feasible").GetBoolean());
        });
    }

    [Theory]
    [InlineData("pt-BR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Every_format_writes_the_same_characters_in_every_culture(string culture)
    {
        string[] expected = [.. ReportFormatList.All.Select(format => Write(format.Name, "en-US", [.. FleetCases.All]))];
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
        try
        {
            Assert.Equal(expected, ReportFormatList.All.Select(format => Write(format.Name, "en-US", [.. FleetCases.All])));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Markdown_escapes_the_name_of_a_workload()
    {
        string report = Write("Markdown", "en-US");
        Assert.Contains("| chat |", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", report, StringComparison.Ordinal);
    }

    // What no encoding can write is replaced.
    private static string Printed(string name) => name.Replace('\ud800', '\ufffd');

    private static string Write(string format, string culture) => Write(format, culture, FleetCases.Priced);

    private static string Write(string format, string culture, params SizingRequest[][] mixes) =>
        Sample.Write(format, new SizingReport([], Words.Of(culture), [], fleets: FleetCases.Of(Words.Of(culture), mixes)));
}
