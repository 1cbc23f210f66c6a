using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace LlmSizing.Reports.Tests;

public partial class TextsTests
{
    [Fact]
    public void Both_languages_have_the_same_ids() =>
        Assert.Equal(Words.Entries("en-US").Keys.Order(), Words.Entries("pt-BR").Keys.Order());

    [Theory]
    [InlineData("en-US")]
    [InlineData("pt-BR")]
    public void Every_metric_and_every_alert_has_its_words(string culture)
    {
        IReadOnlyDictionary<string, string> entries = Words.Entries(culture);
        string[] expected =
        [
            .. MetricList.All.Select(metric => $"metric.{metric.Id}.title"),
            .. AlertList.All.SelectMany(rule => new[] { $"alert.{rule.Code}.message", $"alert.{rule.Code}.action" }),
        ];
        Assert.Empty(expected.Except(entries.Keys));
        Assert.All(entries, entry => Assert.Equal(entry.Value.Trim(), entry.Value));
        Assert.All(entries, entry => Assert.NotEmpty(entry.Value));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("pt-BR")]
    public void Every_sentence_is_used_and_every_sentence_that_is_used_is_there(string culture)
    {
        var entries = new Recorder(Words.Entries(culture));
        var texts = new Texts(culture, () => entries);
        ScenarioResult[] results = [.. Cases.All.SelectMany(request => Sample.Results(request))];
        foreach (ReportFormat format in ReportFormatList.All)
        {
            Sample.Write(format.Name, new SizingReport(results, texts, Words.Parameters(culture)));
            Sample.Write(format.Name, new SizingReport(Sample.Results(Cases.Seed), texts, Words.Parameters(culture)));
            format.Write(new OptionComparison(results, OptionNames.Of(results), 0, texts), System.IO.TextWriter.Null);
            Sample.Write(format.Name, new SizingReport(Sample.Results(Cases.OneSession, culture, Sample.Scenarios[1]), texts, Words.Parameters(culture)));
        }
        ShowEveryComponent(texts);
        ShowASimulation(texts);
        ShowFleetsAndTimes(texts);
        KvPerSessionMetric.Describe(Cases.Seed.KvCache, texts, EngineList.Find("vllm")!);
        Assert.Equal([], entries.Keys.Except(entries.Asked).Chunk(4).Select(ids => string.Join(" ", ids)));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("pt-BR")]
    public void Every_placeholder_of_a_metric_or_an_alert_is_known(string culture)
    {
        // No request asks for everything: a placeholder is known to one of those that ask for the most.
        ScenarioResult[] results = [Sample.Results(TrafficCases.Open)[0], Sample.Results(StorageCases.Placed)[0], Sample.Results(OperationsCases.Placed)[0]];
        ScenarioResult result = results[0];
        foreach ((string id, string sentence) in Words.Entries(culture))
        {
            foreach (string name in Placeholders(sentence))
            {
                if (id == "metric.kv_per_session_gib.paged")
                {
                    Assert.Contains(name, new[] { "engine", "engine_version", "added_percent" });
                }
                else if (id.StartsWith("metric.kv_per_session_gib.", StringComparison.Ordinal))
                {
                    ResultText.Of(result.Request.KvCache, name);
                }
                else if (!Array.Exists(OfOtherObjects, prefix => id.StartsWith(prefix, StringComparison.Ordinal)))
                {
                    Assert.Contains(results, one => IsKnown(one, name));
                }
            }
            Assert.Equal(Placeholders(sentence).Length, sentence.Count(c => c == '{'));
            Assert.Equal(Placeholders(sentence).Length, sentence.Count(c => c == '}'));
        }
    }

    // Sentences with the numbers of something else than a result: writing each of them, as the test above does, throws where a placeholder is not known.
    private static readonly string[] OfOtherObjects = ["report.", "weights.", "performance.", "benchmark."];

    private static bool IsKnown(ScenarioResult result, string name)
    {
        try
        {
            return ResultText.Of(result, name) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [Fact]
    public void A_sentence_of_the_frame_has_the_same_placeholders_in_both_languages()
    {
        IReadOnlyDictionary<string, string> other = Words.Entries("en-US");
        foreach ((string id, string sentence) in Words.Entries("pt-BR").Where(entry => Array.Exists(OfOtherObjects, prefix => entry.Key.StartsWith(prefix, StringComparison.Ordinal))))
        {
            Assert.Equal(Placeholders(other[id]).Order(), Placeholders(sentence).Order());
        }
    }

    [Theory]
    [InlineData("en-US", "pt-BR")]
    [InlineData("pt-BR", "en-US")]
    public void A_report_has_no_sentence_of_the_other_language(string culture, string other)
    {
        string report = Sample.Write("Text", culture, Cases.All);
        IEnumerable<string> foreign = Words.Entries(other)
            .Where(entry => Words.Entries(culture)[entry.Key] != entry.Value && entry.Value.Length > 25)
            .Select(entry => entry.Value)
            .Where(sentence => report.Contains(sentence, StringComparison.Ordinal));
        Assert.Empty(foreign);
    }

    private static void ShowASimulation(Texts texts)
    {
        foreach (ReportFormat format in ReportFormatList.All)
        {
            Sample.Write(format.Name, new SizingReport([], texts, [], [SimulationReportTests.Full]));
        }
    }

    private static void ShowFleetsAndTimes(Texts texts)
    {
        foreach (ReportFormat format in ReportFormatList.All)
        {
            Sample.Write(format.Name, new SizingReport([], texts, [], fleets: FleetCases.Of(texts, FleetCases.All)));
        }
        Assert.All(PerformanceCases.Predictions(texts), prediction => Assert.NotEmpty(prediction.Rationale.Interpretation));
        Assert.All(PerformanceCases.Benchmark(texts), row => Assert.NotEmpty(row.Rationale.Interpretation));
    }

    private static void ShowEveryComponent(Texts texts)
    {
        WeightMatrix[] matrices = [.. WeightComponent.All.Select(component => WeightMatrix.Parse($"{component} w 8x8 replicated bf16"))];
        var model = new Model(
            new EntryInfo("m"), [new FullAttention(4, 2, 64)], 1_000, Sample.Fp8, draftLayers: [new FullAttention(1, 2, 64)],
            architecture: new Architecture(new ArchitectureSizes("C", 512, 1000, 4, 8, 0), matrices));
        Assert.Equal(WeightComponent.All.Count + 1, new ModelWeights(model.WithDraftLayers()).Rows(texts).Count());
    }

    private static string[] Placeholders(string sentence) => [.. Placeholder().Matches(sentence).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{([a-z0-9_]+)\}")]
    private static partial Regex Placeholder();

    private sealed class Recorder(IReadOnlyDictionary<string, string> entries) : IReadOnlyDictionary<string, string>
    {
        public HashSet<string> Asked { get; } = [];

        public IEnumerable<string> Keys => entries.Keys;

        public IEnumerable<string> Values => entries.Values;

        public int Count => entries.Count;

        public string this[string key] => entries[key];

        public bool ContainsKey(string key) => entries.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
        {
            Asked.Add(key);
            return entries.TryGetValue(key, out value);
        }

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => entries.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();
    }
}
