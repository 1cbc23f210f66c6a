using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using LlmSizing.Catalogs.Tests.Schemas;
using NJsonSchema;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Workloads;

public sealed class RequirementFileTests : IDisposable
{
    private const string Good = """
        fleet:
          server: dgx-b200
          concurrency: 1000
          requests_per_second: 10
          kv_precision: fp8
          ha_mode: n+2
          scenario: [minimum, recommended]
        workloads:
          - name: chat
            model: openai/gpt-oss-120b
            share: 0.6
            effective_context: 8192
            input_tokens: lognormal(1200,0.8)
            output_tokens: 300
            think_time_seconds: 20.5
            ttft_slo_ms: 800
            tpot_slo_ms: 40
            slo_percentile: 0.999
          - name: rag
            model: qwen3-8b
            share: 0.4
            effective_context: 32768
            kv_precision: q8_0/q4_0
            tensor_parallel: auto
            engine: vllm
            engine_version: "0.19"

        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_workload_has_its_share_and_what_the_fleet_says_and_nothing_that_was_not_stated()
    {
        RequirementFile file = Read(Good);
        Assert.Empty(file.Problems);
        Assert.Equal(
            "Workload=chat Model=openai/gpt-oss-120b Server=dgx-b200 Share=0.6 Concurrency=600 RequestsPerSecond=6 EffectiveContext=8192 KvPrecision=fp8 Scenario=minimum,recommended HaMode=n+2 "
            + "InputTokens=lognormal(1200,0.8) OutputTokens=300 ThinkTimeSeconds=20.5 TtftSloMs=800 TpotSloMs=40 SloPercentile=0.999", Shown(file.Requirements[0]));
        Assert.Equal(
            "Workload=rag Model=qwen3-8b Server=dgx-b200 Share=0.4 Concurrency=400 RequestsPerSecond=4 EffectiveContext=32768 KvPrecision=q8_0/q4_0 Scenario=minimum,recommended HaMode=n+2 "
            + "Engine=vllm EngineVersion=0.19 TensorParallel=auto", Shown(file.Requirements[1]));
        Assert.EndsWith("nfr.yaml:9", file.Requirements[0].Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.333333333", "0.666666667", 10, new long[] { 4, 7 })]
    [InlineData("0.5", "0.5", 3, new long[] { 2, 2 })]
    [InlineData("0.000000001", "0.999999999", 1_000_000_000, new long[] { 1, 999_999_999 })]
    public void A_share_is_exact_and_never_plans_for_less_than_its_part(string first, string second, long total, long[] sessions)
    {
        string text = Good.Replace("share: 0.6", "share: " + first, StringComparison.Ordinal).Replace("share: 0.4", "share: " + second, StringComparison.Ordinal);
        Assert.Equal(sessions, Read(text, total).Requirements.Select(requirement => requirement.Values.First(value => value.Key == "Concurrency").Value).Cast<long>());
    }

    [Theory]
    [InlineData("0.6", "0.39", "0.99, not to 1", "0.01 more")]
    [InlineData("0.7", "0.4", "1.1, not to 1", "0.1 less")]
    [InlineData("0.6", "0.400000001", "1.000000001, not to 1", "0.000000001 less")]
    public void Shares_that_do_not_add_up_are_refused_with_their_sum(string first, string second, string sum, string suggestion)
    {
        RequirementFile file = Read(Good.Replace("share: 0.6", "share: " + first, StringComparison.Ordinal).Replace("share: 0.4", "share: " + second, StringComparison.Ordinal));
        CatalogProblem problem = Assert.Single(file.Problems);
        Assert.Equal(("shares_do_not_add_up", 11, "workloads[0].share"), (problem.Code, problem.Line, problem.Field));
        Assert.Contains(sum, problem.Message, StringComparison.Ordinal);
        Assert.Contains(suggestion, problem.Suggestion, StringComparison.Ordinal);
        Assert.Empty(file.Requirements);
    }

    [Theory]
    [InlineData("tpot_slo_ms: 40", "tpot_slo: 40", 17, "unknown_key", "'tpot_slo_ms'")]
    [InlineData("effective_context: 8192", "effective_context: 131.072", 12, "not_whole", "whole number")]
    [InlineData("effective_context: 8192", "effective_context: '8192'", 12, "wrong_type", "without quotes")]
    [InlineData("effective_context: 8192", "effective_context: 0", 12, "out_of_range", "1 to 1000000000")]
    [InlineData("share: 0.6", "share: 0,6", 11, "not_a_number", "number")]
    [InlineData("share: 0.6", "share: .nan", 11, "not_a_number", "number")]
    [InlineData("share: 0.6", "share: 0", 11, "out_of_range", "above 0")]
    [InlineData("share: 0.6", "share: *x", 11, "alias", "value itself")]
    [InlineData("share: 0.6", "share: 0.6\n    concurrency: 5", 12, "unexpected_field", "one of the two")]
    [InlineData("lognormal(1200,0.8)", "lognorm(1200,0.8)", 13, "bad_text", "distribution")]
    [InlineData("engine: vllm", "engine: vlm", 25, "not_one_of", "'vllm'")]
    [InlineData("engine_version: \"0.19\"", "engine_version: 0.19", 26, "wrong_type", "in quotes")]
    [InlineData("tensor_parallel: auto", "tensor_parallel: automatic", 24, "not_one_of", "auto")]
    [InlineData("q8_0/q4_0", "q8", 23, "not_one_of", "q8_0")]
    [InlineData("    model: qwen3-8b\n", "", 19, "missing_field", "model")]
    [InlineData("- name: rag", "- name: CHAT", 19, "duplicate_name", "Rename")]
    [InlineData("workloads:", "worklods:", 8, "unknown_key", "'workloads'")]
    [InlineData("fleet:", "fleet: !!map", 1, "tag", "tag")]
    public void What_is_wrong_is_said_with_its_line_and_what_to_write(string old, string @new, long line, string code, string suggestion)
    {
        RequirementFile file = Read(Good.Replace(old, @new, StringComparison.Ordinal));
        string shown = string.Join('\n', file.Problems.Select(problem => problem.Code + " " + problem));
        Assert.True(file.Problems.Any(problem => problem.Code == code && problem.Line == line && problem.Suggestion.Contains(suggestion, StringComparison.Ordinal)), shown);
        Assert.True(file.Requirements.Count < 2);
    }

    [Theory]
    [InlineData("", "empty_file")]
    [InlineData("# nothing\n", "empty_file")]
    [InlineData("~", "empty_file")]
    [InlineData("{}", "missing_field")]
    [InlineData("workloads: []", "wrong_type")]
    [InlineData("workloads: {}", "wrong_type")]
    [InlineData("workloads: [1]", "wrong_type")]
    [InlineData("- a", "wrong_type")]
    [InlineData("fleet: 1\nworkloads: [{}]", "wrong_type")]
    [InlineData("workloads: [{ model: m, effective_context: 1, share: 1 }]", "missing_field")]
    [InlineData("workloads: [{ model: m, effective_context: 1 }]", "missing_field")]
    [InlineData("a: &a [x]\nworkloads: [*a]", "alias")]
    [InlineData("workloads:\n---\nworkloads:", "several_documents")]
    public void A_file_without_workloads_says_what_belongs_there(string text, string code)
    {
        RequirementFile file = Read(text);
        Assert.Empty(file.Requirements);
        Assert.Contains(file.Problems, problem => problem.Code == code && problem.Suggestion.Length > 6);
        Assert.DoesNotContain(file.Problems, problem => problem.Suggestion.Contains("models:", StringComparison.Ordinal) && code == "empty_file");
    }

    [Fact]
    public void Hostile_files_end_soon()
    {
        string[] hostile = [new string('[', 200_000), string.Concat(Enumerable.Repeat("{a: ", 100_000)), "workloads:\n" + string.Concat(Enumerable.Repeat("- { x: 1 }\n", 40_000)), new string('x', 2_000_000)];
        var watch = Stopwatch.StartNew();
        Assert.All(hostile, text => Assert.NotEmpty(Read(text).Problems));
        Assert.All(hostile, text => Assert.InRange(Read(text).Problems.Count, 1, 1_001));
        Assert.NotEmpty(ReadCsv(new string('"', 999_999)).Problems);
        Assert.NotEmpty(ReadCsv(new string(',', 900_000)).Problems);
        Assert.True(watch.Elapsed.TotalSeconds < 30, watch.Elapsed.ToString());
    }

    [Fact]
    public void A_thousand_workloads_are_read()
    {
        var text = new StringBuilder("fleet: { concurrency: 1000 }\nworkloads:\n");
        for (int i = 0; i < 1_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  - {{ name: w{i}, model: m, effective_context: {i + 1}, share: 0.001 }}\n");
        }
        Assert.Equal(1_000, Read(text.ToString()).Requirements.Count);
    }

    [Fact]
    public void A_bad_workload_leaves_the_others()
    {
        RequirementFile file = Read(Good.Replace("share: 0.6", "concurrency: 5", StringComparison.Ordinal).Replace("share: 0.4", "concurrency: many", StringComparison.Ordinal));
        Assert.Equal(("not_a_number", "rag"), (Assert.Single(file.Problems).Code, file.Problems[0].Entry));
        Assert.Equal("chat", Assert.Single(file.Requirements).Values[0].Value);
    }

    [Fact]
    public void A_csv_row_is_a_workload_and_a_bad_one_is_an_error_with_its_line()
    {
        RequirementFile file = ReadCsv("name,model,concurrency,effective_context,input_tokens,scenario,kv_budget_ratio\r\nchat,a,500,8192,\"lognormal(1200,0.8)\",minimum;ideal,0.5\r\n\r\nrag,b,1e3,8192,,,\r\nagents,c,7,1024,300,,\r\nbatch,d,7\r\n");
        Assert.Equal([(4, "not_a_number", "rag"), (6, "row_length", "batch")], file.Problems.Select(problem => ((int)problem.Line, problem.Code, problem.Entry)));
        Assert.Equal(
            ["Workload=chat Model=a Concurrency=500 EffectiveContext=8192 KvBudgetRatio=0.5 Scenario=minimum,ideal InputTokens=lognormal(1200,0.8)", "Workload=agents Model=c Concurrency=7 EffectiveContext=1024 InputTokens=300"],
            file.Requirements.Select(Shown));
    }

    [Fact]
    public void Shares_of_a_csv_file_divide_the_total_that_is_asked_for()
    {
        const string Text = "model,share,effective_context\na,0.25,10\nb,0.75,10\n";
        Assert.Equal([25L, 75L], ReadCsv(Text, 100).Requirements.Select(requirement => requirement.Values[2].Value));
        Assert.All(ReadCsv(Text).Problems, problem => Assert.Contains("-Concurrency", problem.Suggestion, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("model,concurency,effective_context\na,1,1\n", "unknown_key", "'concurrency'")]
    [InlineData("model;concurrency;effective_context\na;1;1\n", "unknown_key", "commas")]
    [InlineData("model,model\na,b\n", "duplicate_key", "one of the two")]
    [InlineData("model,concurrency,effective_context\n", "empty_file", "'workloads:'")]
    [InlineData("model,concurrency,effective_context\n\"a,1,1\n", "not_csv", "Close it")]
    [InlineData("model,concurrency,effective_context\n\"a\"b,1,1\n", "not_csv", "Double")]
    [InlineData("model,concurrency,effective_context\n=cmd,1,1\n", "bad_name", "starts with a letter")]
    [InlineData("model,concurrency,effective_context\na,\"1,000\",1\n", "not_a_number", "1000")]
    public void A_broken_csv_file_says_what_to_write(string text, string code, string suggestion)
    {
        RequirementFile file = ReadCsv(text);
        Assert.Empty(file.Requirements);
        Assert.True(file.Problems.Any(problem => problem.Code == code && problem.Suggestion.Contains(suggestion, StringComparison.Ordinal)), string.Join('\n', file.Problems.Select(problem => problem.Code + " " + problem)));
    }

    [Fact]
    public async Task Yaml_and_json_say_the_same_and_follow_the_schema()
    {
        JsonObject json = NodeJson.Of(NodeReader.Read(Good, isJson: false)!)!.AsObject();
        JsonSchema schema = await JsonSchema.FromJsonAsync(SchemaDocument.Files["requirements"]);
        Assert.Empty(schema.Validate(json.ToJsonString()).Select(error => error.ToString()));
        RequirementFile file = RequirementFile.Read(folder.Write("nfr.json", json.ToJsonString()));
        Assert.Empty(file.Problems);
        Assert.Equal(Read(Good).Requirements.Select(Shown), file.Requirements.Select(Shown));
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem() =>
        Assert.Equal("unreadable", Assert.Single(RequirementFile.Read(folder.PathOf("none.yaml")).Problems).Code);

    private RequirementFile Read(string text, long? concurrency = null) => RequirementFile.Read(folder.Write("nfr.yaml", text), concurrency);

    private RequirementFile ReadCsv(string text, long? concurrency = null) => RequirementFile.Read(folder.Write("nfr.csv", text), concurrency);

    private static string Shown(SizingRequirement requirement) => string.Join(' ', requirement.Values.Select(value => $"{value.Key}={(value.Value is IReadOnlyList<string> texts ? string.Join(',', texts) : FormattableString.Invariant($"{value.Value}"))}"));
}
