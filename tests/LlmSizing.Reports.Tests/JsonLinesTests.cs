using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using NJsonSchema;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class JsonLinesTests
{
    [Fact]
    public void A_line_is_a_sizing_of_the_json_report_and_the_last_line_is_ended()
    {
        string[] lines = Sample.Write("JsonLines", "pt-BR", Cases.Mixed).Split('\n');
        using JsonDocument whole = JsonDocument.Parse(Sample.Write("Json", "pt-BR", Cases.Mixed));
        JsonElement[] sizings = [.. whole.RootElement.GetProperty("sizings").EnumerateArray()];

        Assert.Equal("", lines[^1]);
        Assert.Equal(sizings.Length, lines.Length - 1);
        for (int i = 0; i < sizings.Length; i++)
        {
            using JsonDocument line = JsonDocument.Parse(lines[i]);
            Assert.Equal(["schema_version", "culture", "inputs", "scenarios"], line.RootElement.EnumerateObject().Select(member => member.Name));
            Assert.Equal("pt-BR", line.RootElement.GetProperty("culture").GetString());
            Assert.True(JsonElement.DeepEquals(sizings[i].GetProperty("inputs"), line.RootElement.GetProperty("inputs")));
            Assert.True(JsonElement.DeepEquals(sizings[i].GetProperty("scenarios"), line.RootElement.GetProperty("scenarios")));
        }
    }

    [Fact]
    public async Task Lines_in_a_list_are_valid_by_the_module_s_schema()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schema", "report.schema.json"));
        string[] sizings = [.. Sample.Write("JsonLines", "en-US", Cases.Mixed).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => "{" + line[line.IndexOf("\"inputs\"", StringComparison.Ordinal)..])];
        Assert.Empty(schema.Validate($"{{\"schema_version\":1,\"culture\":\"en-US\",\"sizings\":[{string.Join(',', sizings)}],\"dictionary\":[]}}"));
    }
}
