using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>One question of a report and its answers, one for each scenario.</summary>
public sealed class Sizing
{
    private readonly Lazy<IReadOnlyList<SizingAlert>> alerts;

    internal Sizing(IReadOnlyList<ScenarioResult> results, Texts texts)
    {
        Results = results;
        alerts = new Lazy<IReadOnlyList<SizingAlert>>(() => [.. Collect(results, texts)]);
    }

    /// <summary>The question.</summary>
    public SizingRequest Request => Results[0].Request;

    /// <summary>The answers.</summary>
    public IReadOnlyList<ScenarioResult> Results { get; }

    /// <summary>The alerts of all scenarios, each once, the most severe first.</summary>
    public IReadOnlyList<SizingAlert> Alerts => alerts.Value;

    /// <summary>The critical alerts and the warnings.</summary>
    internal IEnumerable<SizingAlert> SevereAlerts => Alerts.Where(item => item.Alert.Severity >= AlertSeverity.Warning);

    private static IEnumerable<SizingAlert> Collect(IReadOnlyList<ScenarioResult> results, Texts texts) =>
        from rule in AlertList.All
        from raised in results.Where(rule.Applies)
            .Select(result => (Alert: rule.Raise(result, texts), result.Scenario))
            .GroupBy(item => (item.Alert.Message, item.Alert.Action))
        select new SizingAlert(raised.First().Alert, [.. raised.Select(item => item.Scenario)], raised.Count() == results.Count);
}

/// <summary>An alert and the scenarios that raise it in the same words.</summary>
public sealed class SizingAlert
{
    internal SizingAlert(Alert alert, IReadOnlyList<string> scenarios, bool everyScenario)
    {
        Alert = alert;
        Scenarios = scenarios;
        EveryScenario = everyScenario;
    }

    /// <summary>The alert.</summary>
    public Alert Alert { get; }

    /// <summary>The names of the scenarios.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>Whether every scenario of the sizing raises it.</summary>
    public bool EveryScenario { get; }
}
