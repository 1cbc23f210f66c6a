using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Library;

public sealed class JsonTests : IDisposable
{
    private const string Minified = """{"servers":[{"name":"s","gpus":8,"hbm_per_gpu_gb":180.5,"fp8_units":true,"source":["a\/b \u00e9 \ud83d\ude00 \"c\""]}]}""";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Minified)]
    [InlineData("{\n\t\"$schema\": \"x\",\n\t\"servers\": [\n\t\t{\n\t\t\t\"name\": \"s\",\n\t\t\t\"gpus\": 8,\n\t\t\t\"hbm_per_gpu_gb\": 180.5,\n\t\t\t\"fp8_units\": true,\n\t\t\t\"source\": [\n\t\t\t\t\"a/b é 😀 \\\"c\\\"\"\n\t\t\t]\n\t\t}\n\t]\n}\n")]
    [InlineData("{ \"servers\" : [ { \"name\" : \"s\", \"gpus\" : 8, \"hbm_per_gpu_gb\" : 180.5, \"fp8_units\" : true, \"source\" : [ \"a/b é 😀 \\\"c\\\"\" ] } ] }")]
    public void Json_is_read_however_it_is_laid_out(string json)
    {
        string path = folder.Write("own.json", json);
        Catalog catalog = Load(path);
        Assert.Empty(catalog.Problems.Select(problem => problem.ToString()));
        Server server = Assert.Single(catalog.Servers);
        Assert.Equal(("s", 8, 180.5m, true), (server.Name, server.Gpus, server.HbmPerGpuGb, server.Fp8Units));
        Assert.Equal(["a/b é 😀 \"c\""], server.References);
    }

    [Fact]
    public void Json_on_one_long_line_is_read()
    {
        string servers = string.Join(",", Enumerable.Range(0, 500).Select(index => Minified[12..^2].Replace("\"s\"", $"\"s{index}\"", StringComparison.Ordinal)));
        Assert.Equal(500, Load(folder.Write("own.json", $"{{\"servers\":[{servers}]}}")).Servers.Count);
    }

    [Fact]
    public void A_problem_in_json_has_its_place()
    {
        string path = folder.Write("own.json", Minified.Replace(":8", ":\"8\"", StringComparison.Ordinal));
        CatalogProblem problem = Assert.Single(Load(path).Problems);
        Assert.Equal((1, 32, "s", "servers[0].gpus", "Write 8 without quotes."), (problem.Line, problem.Column, problem.Entry, problem.Field, problem.Suggestion));
    }

    [Fact]
    public void Json_in_a_yaml_file_is_yaml() => Assert.Single(Load(folder.Write("own.yaml", Minified)).Servers);

    private Catalog Load(string path)
    {
        folder.Write(".builtin/empty.yaml", "models: []\n");
        return new CatalogLibrary(folder.PathOf(".builtin")).Load([path]);
    }
}
