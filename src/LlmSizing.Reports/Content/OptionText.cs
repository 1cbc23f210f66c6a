namespace LlmSizing;

/// <summary>The words of a comparison of options.</summary>
internal static class OptionText
{
    /// <summary>The option's question in a line.</summary>
    public static string Describe(ScenarioResult result, Texts texts)
    {
        string placed = result.Placement is null ? "" : $", {result.Engine} {result.Placement}";
        return $"{result.Model}, {result.Server}, {ScenarioTitle.Of(result.Scenario, texts)}, "
            + $"{texts.Count(result.Concurrency, "sessions")} × {texts.Count(result.EffectiveContext, "tokens")}, {result.KvPrecision}{placed}";
    }

    /// <summary>What the differences and the stars mean.</summary>
    public static string Legend(OptionComparison comparison) =>
        comparison.Texts.Format("report.comparison.legend", _ => comparison.Names[comparison.Baseline]);

    /// <summary>The word for programs.</summary>
    public static string Preference(MetricPreference preference) => preference switch
    {
        MetricPreference.Less => "less",
        MetricPreference.More => "more",
        _ => "none",
    };
}
