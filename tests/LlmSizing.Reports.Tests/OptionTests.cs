using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using NJsonSchema;
using Xunit;

namespace LlmSizing.Reports.Tests;

/// <summary>Options side by side, in every format.</summary>
public class OptionTests
{
    private static ScenarioResult[] Results => [.. Cases.All.Concat(PlacedCases.All).SelectMany(request => Sample.Results(request))];

    [Fact]
    public async Task The_json_is_valid_by_its_schema()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schema", "comparison.schema.json"));
        foreach (string culture in Words.Cultures)
        {
            string json = Write("Json", culture, Results);
            Assert.Empty(schema.Validate(json));
            Assert.NotEmpty(schema.Validate(json.Replace("\"is_better\"", "\"is_best\"", StringComparison.Ordinal)));
            using JsonDocument document = JsonDocument.Parse(json);
            Assert.Equal(Results.Length, document.RootElement.GetProperty("options").GetArrayLength());
        }
    }

    [Fact]
    public void The_text_holds_its_page_however_many_options_there_are()
    {
        string text = Write("Text", "pt-BR", Results);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.StartsWith("====", text, StringComparison.Ordinal);
        Assert.Contains("OPÇÕES LADO A LADO", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_markdown_has_a_column_for_each_option()
    {
        ScenarioResult[] results = [.. Sample.Results(Cases.Seed, "en-US")];
        string[] table = [.. Write("Markdown", "en-US", results).Split('\n').Where(line => line.StartsWith('|'))];
        Assert.Equal("| Metric | minimum | recommended | ideal |", table[0]);
        Assert.Contains("| Nodes, spares included | 1 node * | 2 nodes (+100.0%) | 3 nodes (+200.0%) |", table.Select(line => line.Replace("\\*", "*", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_csv_has_a_row_for_each_metric_and_option()
    {
        string[] rows = Write("Csv", "en-US", [.. Sample.Results(Cases.Seed, "en-US")]).Split("\r\n");
        Assert.Equal(1 + (8 * 3), rows.Length);
        Assert.Contains("nodes_final,nodes,less,ideal,minimum,3,,3 nodes,200,false", rows);
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Markdown")]
    [InlineData("Json")]
    [InlineData("Csv")]
    [InlineData("JsonLines")]
    public void A_hostile_name_stays_text(string format)
    {
        string report = Write(format, "en-US", [.. Sample.Results(Cases.Hostile, "en-US")]);
        Assert.DoesNotContain('\u001b', format == "Csv" ? "" : report);
        Assert.DoesNotContain("<script>", format == "Markdown" ? report : "", StringComparison.Ordinal);
    }

    private static string Write(string format, string culture, ScenarioResult[] results)
    {
        using var writer = new StringWriter { NewLine = "!" };
        ReportFormatList.Find(format)!.Write(new OptionComparison(results, OptionNames.Of(results), 0, Words.Of(culture)), writer);
        return writer.ToString();
    }
}
