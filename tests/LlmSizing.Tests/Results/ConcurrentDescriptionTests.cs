using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Tests.Results;

public class ConcurrentDescriptionTests
{
    private const int Threads = 8;

    [Fact]
    public async Task Eight_threads_that_describe_one_result_read_the_same_words()
    {
        int loads = 0;
        var texts = new Texts("x", () =>
        {
            Interlocked.Increment(ref loads);
            return Sentences();
        });
        SizingRequest request = Given.Request(storage: Given.Storage());
        var result = new ScenarioResult(request, Given.Recommended, CapacityPlanner.Solve(request, Given.Recommended), texts);

        using var start = new Barrier(Threads);
        string[] described = await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return string.Join('\n', Enumerable.Range(0, 50).Select(_ => Describe(result)).Distinct());
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Single(described.Distinct());
        Assert.Contains("nodes_final.interpretation: opt-oss-20b 2 854.8 47%", described[0], StringComparison.Ordinal);
        Assert.Equal(1, loads);
    }

    private static Dictionary<string, string> Sentences()
    {
        string[] ofModel = ["intro", "position", "pattern.hybrid", "total"];
        IEnumerable<string> ofResult =
        [
            .. MetricList.All.Skip(1).SelectMany(metric => new[] { $"metric.{metric.Id}.interpretation", $"metric.{metric.Id}.display" }),
            .. AlertList.All.SelectMany(rule => new[] { $"alert.{rule.Code}.message", $"alert.{rule.Code}.action" }),
            "metric.nodes_final.ha_one", "unit.sessions.other", "unit.nodes.one", "unit.nodes.other",
        ];
        return ofResult.ToDictionary(id => id, id => id + ": {model} {nodes_final} {kv_budget_gib} {idle_percent}")
            .Concat(ofModel.Select(part => KeyValuePair.Create($"metric.kv_per_session_gib.{part}", "{model} {bytes_per_position}")))
            .ToDictionary();
    }

    private static string Describe(ScenarioResult result) => string.Join(
        "\n",
        result.Metrics.Select(metric => metric + "\n" + metric.Rationale + "\n" + metric.Rationale.Inputs + "\n" + metric.Rationale.Interpretation)
            .Concat(result.Alerts.Select(alert => alert + "\n" + alert.Action)));
}
