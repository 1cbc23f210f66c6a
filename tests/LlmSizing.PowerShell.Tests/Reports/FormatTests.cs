using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;

namespace LlmSizing.Tests.Reports;

/// <summary>Format-SizingReport, end to end.</summary>
public sealed class FormatTests(Session session) : IClassFixture<Session>
{
    private const string Seed = "Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Storage profile_default -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8";

    private static string SeedReport => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Seed", "report.pt-BR.txt"));

    public static TheoryData<string> CultureNames => Cultures.Names;

    [Theory]
    [MemberData(nameof(CultureNames))]
    public void The_seed_report_is_printed_byte_for_byte_in_every_culture(string culture) => Cultures.Run(culture, () =>
    {
        string report = session.Run(Seed + " | Format-SizingReport -Culture pt-BR").Lines.Single();
        Assert.Equal(Encoding.UTF8.GetBytes(SeedReport.TrimEnd('\n')), Encoding.UTF8.GetBytes(report.TrimEnd('\n')));
    });

    [SkippableTheory]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("pt-PT", "pt-BR")]
    [InlineData("pt", "pt-BR")]
    [InlineData("", "en-US")]
    [InlineData("en-GB", "en-US")]
    [InlineData("de-DE", "en-US")]
    [InlineData("ja-JP", "en-US")]
    public void Without_a_culture_the_sessions_language_is_taken_else_English(string culture, string report) =>
        Assert.Equal(
            session.Run(Seed + " | Format-SizingReport -Culture $args[0]", report).Lines,
            InUICulture(culture, () => session.Run(Seed + " | Format-SizingReport").Lines));

    [Theory]
    [InlineData("PT-br", "pt-BR")]
    [InlineData("pt", "pt-BR")]
    [InlineData("en", "en-US")]
    [InlineData("en-GB", "en-US")]
    public void A_language_that_there_is_answers_for_its_cultures(string asked, string report) => Assert.Equal(
        session.Run(Seed + " | Format-SizingReport -Culture $args[0]", report).Lines,
        session.Run(Seed + " | Format-SizingReport -Culture $args[0]", asked).Lines);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("x")]
    [InlineData("../../en-US")]
    [InlineData("fr-CA")]
    public void A_culture_without_texts_is_refused(string culture)
    {
        RunResult run = session.Run(Seed + " | Format-SizingReport -Culture $args[0]", culture);
        Assert.Empty(run.Output);
        Assert.Equal("CultureNotFound,LlmSizing.Commands.FormatSizingReportCommand", run.Error.FullyQualifiedErrorId);
    }

    [Fact]
    public void Every_format_is_one_string_with_one_kind_of_line_ending()
    {
        string json = session.Run(Seed + " | Format-SizingReport Json").Lines.Single();
        using JsonDocument report = JsonDocument.Parse(json);
        Assert.Equal(JsonValueKind.Object, report.RootElement.ValueKind);
        string markdown = session.Run(Seed + " | Format-SizingReport -As markdown").Lines.Single();
        Assert.StartsWith("# ", markdown, StringComparison.Ordinal);
        string text = session.Run(Seed + " | Format-SizingReport").Lines.Single();
        Assert.All([json, markdown, text], report => Assert.DoesNotContain('\r', report));
        string csv = session.Run(Seed + " | Format-SizingReport -As CSV").Lines.Single();
        Assert.Equal(csv.Count(c => c == '\n'), csv.Count(c => c == '\r'));
        Assert.Equal(1 + (3 * 8), csv.TrimEnd().Split("\r\n").Length);
    }

    [Fact]
    public void Several_results_make_one_report_that_compares_them()
    {
        string report = session.Run(
            "Invoke-LlmSizing opt-oss-20b dgx-h100, dgx-b200 -Concurrency 500, 5000 -EffectiveContext 65536 | Format-SizingReport -Culture en-US").Lines.Single();
        Assert.Contains("dgx-h100", report, StringComparison.Ordinal);
        Assert.Contains("dgx-b200", report, StringComparison.Ordinal);
        Assert.Contains("5,000", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_by_argument_and_by_pipe_give_the_same_report() => Assert.Equal(
        session.Run(Seed + " | Format-SizingReport").Lines,
        session.Run($"$r = {Seed}; Format-SizingReport -InputObject $r").Lines);

    [Fact]
    public void A_single_scenario_and_a_subset_can_be_reported()
    {
        Assert.Single(session.Run(Seed + " -Scenario ideal | Format-SizingReport").Clean);
        Assert.Single(session.Run(Seed + " | Where-Object NodesFinal -gt 1 | Format-SizingReport").Clean);
    }

    [Theory]
    [InlineData("@() | Format-SizingReport")]
    [InlineData("Get-LlmModel nothing* | Invoke-LlmSizing -Server dgx-b200 -Concurrency 5 -EffectiveContext 8192 | Format-SizingReport")]
    public void Nothing_in_nothing_out(string script) => Assert.Empty(session.Run(script).Clean);

    [Theory]
    [InlineData("'text' | Format-SizingReport")]
    [InlineData("$null | Format-SizingReport")]
    [InlineData("Get-LlmModel opt-oss-20b | Format-SizingReport")]
    [InlineData("Format-SizingReport -InputObject $null")]
    public void What_is_no_result_is_refused(string script)
    {
        RunResult run = session.Run(script);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Message);
    }

    private static T InUICulture<T>(string name, Func<T> run)
    {
        NamedCultures.AreNeeded();
        T? result = default;
        Cultures.Run("", () =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            result = run();
        });
        return result!;
    }
}
