namespace LlmSizing;

/// <summary>The titles that carry numbers and names.</summary>
internal static class SizingTitle
{
    /// <summary>Which of several sizings this is.</summary>
    public static string Of(Sizing sizing, string number, string count, Texts texts) => texts.Format("report.sizing", name => name switch
    {
        "number" => number,
        "count" => count,
        "model" => sizing.Request.Model.Name,
        _ => sizing.Request.Server.Name,
    });

    /// <summary>Which fleet this is.</summary>
    public static string Of(FleetResult fleet, Texts texts) =>
        texts.Format("report.fleet.section", name => name == "server" ? fleet.Server : ScenarioTitle.Of(fleet.Scenario, texts));

    /// <summary>A numbered section.</summary>
    public static string Section(string number, string title, Texts texts) =>
        texts.Format("report.section", name => name == "number" ? number : title);

    /// <summary>The section of the results, with the titles of the scenarios in the run.</summary>
    public static string Results(Sizing sizing, Texts texts) => texts.Format("report.section.results", _ => Scenarios(sizing, texts));

    /// <summary>A scenario's heading.</summary>
    public static string Scenario(ScenarioResult result, Texts texts) =>
        texts.Format("report.scenario", _ => ScenarioTitle.Of(result.Scenario, texts));

    private static string Scenarios(Sizing sizing, Texts texts) =>
        ScenarioTitle.Joined(System.Linq.Enumerable.Select(sizing.Results, result => result.Scenario), texts, " / ");
}
