using System;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Accuracy.Tests;

/// <summary>The bars of accuracy, on the file of real start-up logs where it is there.</summary>
public sealed class GivenLogsTests
{
    private static readonly Lazy<LogsReport?> Report = new(() => File.Exists(GivenFile) ? LogsReport.Of(GivenFile) : null);

    private static string GivenFile => RepositoryRoot.PathOf("..", "shared", "reference", "engine-logs.jsonl");

    private static LogsReport Given
    {
        get
        {
            Skip.If(Report.Value is null, "The file of start-up logs lies outside of the repository.");
            return Report.Value!;
        }
    }

    [SkippableFact]
    public void The_bytes_of_the_cache_are_exact_in_every_case_that_determines_them()
    {
        Assert.Equal(Given.KvDetermined, Given.KvExact);
        Assert.True(Given.KvDetermined >= 26);
    }

    [SkippableFact]
    public void Weights_are_within_2_percent_in_the_median_and_8_in_the_worst_case()
    {
        Assert.InRange(Given.Weights.MedianPercent!.Value, 0, 2);
        Assert.InRange(Given.Weights.WorstPercent!.Value, 0, 8);
    }

    [SkippableFact]
    public void Tokens_given_the_weights_are_within_2_percent_in_the_median_and_6_in_the_worst_case()
    {
        Assert.InRange(Given.KvTokensGivenWeights.MedianPercent!.Value, 0, 2);
        Assert.InRange(Given.KvTokensGivenWeights.WorstPercent!.Value, 0, 6);
    }

    [SkippableFact]
    public void Tokens_from_the_flags_are_within_4_percent_in_the_median_and_12_in_the_worst_case()
    {
        Assert.InRange(Given.KvTokens.MedianPercent!.Value, 0, 4);
        Assert.InRange(Given.KvTokens.WorstPercent!.Value, 0, 12);
    }

    [SkippableFact]
    public void An_engine_that_had_no_room_for_a_cache_is_predicted_not_to_fit() =>
        Assert.All(Given.Cases.Where(result => result.IsNegative && result.Match is not null), result => Assert.False(result.Fits, result.Info.Id));

    [SkippableFact]
    public void Every_outlier_is_explained_and_every_explanation_is_of_an_outlier() =>
        Assert.Equal(AccuracyPage.OutliersOf(Given).Select(result => result.Info.Id).Order(), Explanations.Cases.Order());

    /// <summary>LLMSIZING_REWRITE_ACCURACY=1 writes the page.</summary>
    [SkippableFact]
    public void The_page_is_what_the_cases_say()
    {
        string path = RepositoryRoot.PathOf("docs", "accuracy.md");
        string page = AccuracyPage.Of(Given);
        if (Environment.GetEnvironmentVariable("LLMSIZING_REWRITE_ACCURACY") == "1")
        {
            File.WriteAllText(path, page);
        }
        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
