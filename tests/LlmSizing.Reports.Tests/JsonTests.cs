using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using NJsonSchema;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class JsonTests
{
    private static string SchemaPath => Path.Combine(AppContext.BaseDirectory, "schema", "report.schema.json");

    [Theory]
    [MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public async Task Every_report_is_valid_by_the_module_s_schema(string name)
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(SchemaPath);
        Assert.All(Words.Cultures, culture => Assert.Empty(schema.Validate(Sample.Write("Json", culture, Cases.Named(name)))));
    }

    [Fact]
    public async Task A_report_of_a_load_in_time_is_valid()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(SchemaPath);
        Assert.All([.. TrafficCases.All, .. OperationsCases.All], request => Assert.Empty(schema.Validate(Sample.Write("Json", "en-US", request))));
    }

    [Fact]
    public async Task The_schema_refuses_a_report_with_a_missing_an_unknown_or_a_mistyped_member()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(SchemaPath);
        string report = Sample.Write("Json", "en-US", Cases.Seed);
        Assert.NotEmpty(schema.Validate(report.Replace("\"feasible\"", "\"feasable\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(report.Replace("\"gpus\": 8", "\"gpus\": \"8\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(report.Replace("\"unit\": \"GiB\"", "\"unit\": \"\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Members_stand_in_the_order_of_the_schema()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(SchemaPath));
        using JsonDocument report = JsonDocument.Parse(Sample.Write("Json", "en-US", Cases.Mixed));
        SameOrder(schema.RootElement, schema.RootElement, report.RootElement);
    }

    [Fact]
    public void Numbers_come_back_exactly()
    {
        ScenarioResult[] results = [.. Cases.All.SelectMany(request => Sample.Results(request, "en-US"))];
        using JsonDocument report = JsonDocument.Parse(Sample.Write("Json", new SizingReport(results, Words.Of("en-US"), [])));
        JsonElement[] metrics =
        [
            .. from sizing in report.RootElement.GetProperty("sizings").EnumerateArray()
               from scenario in sizing.GetProperty("scenarios").EnumerateArray()
               from metric in scenario.GetProperty("metrics").EnumerateArray()
               select metric,
        ];
        MetricResult[] expected = [.. results.SelectMany(result => result.Metrics)];
        Assert.Equal(expected.Length, metrics.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            JsonElement value = metrics[i].GetProperty("value");
            JsonElement bytes = metrics[i].GetProperty("bytes");
            object? read = expected[i].Value switch
            {
                _ when value.ValueKind == JsonValueKind.Null => null,
                string => value.GetString(),
                long => value.GetInt64(),
                decimal => value.GetDecimal(),
                _ => value.GetDouble(),
            };
            Assert.Equal(expected[i].Value, read);
            Assert.Equal(expected[i].Bytes, bytes.ValueKind == JsonValueKind.Null ? null : bytes.GetInt64());
        }
    }

    [Fact]
    public void A_request_that_cannot_be_met_has_null_for_nodes()
    {
        using JsonDocument report = JsonDocument.Parse(Sample.Write("Json", "en-US", Cases.NothingLeft));
        JsonElement scenario = report.RootElement.GetProperty("sizings")[0].GetProperty("scenarios")[0];
        Assert.False(scenario.GetProperty("feasible").GetBoolean());
        Assert.Equal(
            ["nodes_capacity", "nodes_with_headroom", "nodes_final"],
            scenario.GetProperty("metrics").EnumerateArray().Where(metric => metric.GetProperty("value").ValueKind == JsonValueKind.Null).Select(metric => metric.GetProperty("name").GetString()));
    }

    [Fact]
    public void All_alerts_and_the_whole_dictionary_are_there()
    {
        using JsonDocument report = JsonDocument.Parse(Sample.Write("Json", "en-US", Cases.Mixed));
        ScenarioResult first = Sample.Results(Cases.Mixed, "en-US")[0];
        JsonElement scenario = report.RootElement.GetProperty("sizings")[0].GetProperty("scenarios")[0];
        Assert.Equal(first.Alerts.Select(alert => alert.Code), scenario.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("code").GetString()));
        Assert.Contains("no_redundancy", first.Alerts.Select(alert => alert.Code));
        Assert.Equal(Words.Parameters("en-US").Select(parameter => parameter.Name), report.RootElement.GetProperty("dictionary").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()));
    }

    [Fact]
    public void A_hostile_name_is_one_string()
    {
        string json = Sample.Write("Json", "en-US", Cases.Hostile);
        Assert.DoesNotContain('\r', json);
        Assert.DoesNotContain('\u001b', json);
        using JsonDocument report = JsonDocument.Parse(json);
        Assert.Equal(Cases.HostileName.Replace('\ud800', '\ufffd'), report.RootElement.GetProperty("sizings")[0].GetProperty("inputs").GetProperty("model").GetProperty("name").GetString());
    }

    private static void SameOrder(JsonElement root, JsonElement schema, JsonElement value)
    {
        if (schema.TryGetProperty("oneOf", out JsonElement choices))
        {
            schema = choices.EnumerateArray().Last();
        }
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            schema = root.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1]);
        }
        if (value.ValueKind == JsonValueKind.Array)
        {
            Assert.All(value.EnumerateArray(), item => SameOrder(root, schema.GetProperty("items"), item));
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            JsonElement properties = schema.GetProperty("properties");
            string[] required = [.. schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!)];
            Assert.Equal(Names(properties).Where(name => required.Contains(name) || value.TryGetProperty(name, out _)), Names(value));
            Assert.All(value.EnumerateObject(), member => SameOrder(root, properties.GetProperty(member.Name), member.Value));
        }
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);
}
