using System;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests.Views;

/// <summary>Alerts are coloured where colours are shown, and only there.</summary>
[Collection(ProcessSettings.Name)]
public sealed class ColourTests
{
    private const string Warned = "Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext 65536 -KvBudgetRatio 0.9 -Scenario minimum";
    private const string Critical = "Invoke-LlmSizing llama-3.1-405b dgx-h100 -Concurrency 500 -EffectiveContext 65536 -Scenario minimum";

    [Theory]
    [InlineData(Warned, "\u001b[33m", "3 warn")]
    [InlineData(Critical, "\u001b[31m", " crit")]
    [InlineData("(" + Warned + ").Alerts", "\u001b[33m", "Warning")]
    [InlineData("(" + Critical + ").Alerts", "\u001b[31m", "Critical")]
    public void An_alert_has_its_colour_on_a_host_that_shows_colours(string script, string colour, string text) =>
        ProcessSettings.WithRendering(OutputRendering.Host, () =>
        {
            string shown = Shown.Raw(script, ansi: true);
            int at = shown.IndexOf(colour, StringComparison.Ordinal);
            Assert.True(at >= 0, shown);
            Assert.InRange(shown.IndexOf(text, at, StringComparison.Ordinal), at, at + 20);
        });

    [Theory]
    [InlineData(OutputRendering.Host, false)]
    [InlineData(OutputRendering.PlainText, true)]
    [InlineData(OutputRendering.PlainText, false)]
    public void There_is_no_escape_sequence_where_colours_are_not_shown(OutputRendering rendering, bool ansi) =>
        ProcessSettings.WithRendering(rendering, () =>
        {
            foreach (string script in new[] { Warned, Critical, $"({Warned}).Alerts", $"({Critical}).Alerts" })
            {
                string shown = Shown.Raw(script, ansi: ansi);
                // The header is the engine's own; the rows come behind its last line.
                string rows = shown[(shown.LastIndexOf("---", StringComparison.Ordinal) + 3)..].TrimStart('\u001b', '[', '0', 'm');
                Assert.DoesNotContain('\u001b', rows);
            }
        });

    [Fact]
    public void What_is_asked_for_with_Ansi_is_given() =>
        ProcessSettings.WithRendering(OutputRendering.Ansi, () => Assert.Contains("\u001b[33m3 warn", Shown.Raw(Warned), StringComparison.Ordinal));
}
