using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class GroupingTests
{
    [Fact]
    public void Results_of_one_request_are_one_sizing() => Assert.Single(Report(Cases.Seed).Sizings);

    [Fact]
    public void Equal_requests_that_were_made_apart_are_one_sizing()
    {
        ScenarioResult[] results = [.. Sample.Scenarios.SelectMany(scenario => Sample.Results(Sample.Request(), "en-US", scenario))];
        Assert.Equal(3, Assert.Single(Report(results).Sizings).Results.Count);
    }

    [Fact]
    public void A_scenario_that_comes_again_opens_another_sizing() => Assert.Equal(2, Report(Cases.Seed, Cases.Seed).Sizings.Count);

    [Fact]
    public void A_catalog_entry_of_the_same_name_with_other_numbers_is_another_sizing()
    {
        var other = new Server(new EntryInfo("dgx-b200"), 8, 192);
        ScenarioResult[] results =
        [
            .. Sample.Results(Sample.Request(), "en-US", Sample.Scenarios[0]),
            .. Sample.Results(Sample.Request(server: other), "en-US", Sample.Scenarios[1]),
        ];
        Assert.Equal(2, Report(results).Sizings.Count);
    }

    [Fact]
    public void Another_number_of_the_load_is_another_sizing()
    {
        ScenarioResult[] results =
        [
            .. Sample.Results(Sample.Request(), "en-US", Sample.Scenarios[0]),
            .. Sample.Results(Sample.Request(requirements: new Requirements(501, 65_536, Sample.Fp8)), "en-US", Sample.Scenarios[1]),
        ];
        Assert.Equal(2, Report(results).Sizings.Count);
    }

    [Fact]
    public void A_report_about_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() => new SizingReport([], Words.Of("en-US"), Words.Parameters("en-US")));

    private static SizingReport Report(params SizingRequest[] requests) => Sample.Report("en-US", requests);

    private static SizingReport Report(ScenarioResult[] results) => new(results, Words.Of("en-US"), Words.Parameters("en-US"));
}
