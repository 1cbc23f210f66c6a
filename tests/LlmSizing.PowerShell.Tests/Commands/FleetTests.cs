using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Commands;

/// <summary>Requirements, fleets and their reports, as an operator writes them.</summary>
public sealed class FleetTests(Session session) : IClassFixture<Session>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("yaml")]
    [InlineData("csv")]
    public void Requests_per_second_alone_are_a_load_and_give_what_the_parameters_give(string extension)
    {
        string path = folder.Write("nfr." + extension, extension == "yaml"
            ? "workloads:\n  - { name: chat, model: llama-3.3-70b, server: dgx-b200, requests_per_second: 20, effective_context: 8192, input_tokens: \"lognormal(1200,0.8)\", output_tokens: 300, tensor_parallel: 8, ttft_slo_ms: 1000 }\n"
            : "name,model,server,requests_per_second,effective_context,input_tokens,output_tokens,tensor_parallel,ttft_slo_ms\nchat,llama-3.3-70b,dgx-b200,20,8192,\"lognormal(1200,0.8)\",300,8,1000\n");
        const string Shown = " | ForEach-Object { \"$($_.Scenario) $($_.Concurrency) $($_.NodesFinal) $($_.Load)\" }";
        string[] expected = session.Run("Invoke-LlmSizing llama-3.3-70b dgx-b200 -RequestsPerSecond 20 -EffectiveContext 8192 -InputTokens 'lognormal(1200,0.8)' -OutputTokens 300 -TensorParallel 8 -TtftSloMs 1000" + Shown).Lines;
        Assert.Equal(3, expected.Length);
        Assert.Equal(expected, session.Run($"Import-SizingRequirement -LiteralPath '{path}' | Invoke-LlmSizing{Shown}").Lines);
    }

    [Fact]
    public void The_name_of_a_workload_stays_with_its_results() => Assert.Equal(
        ["chat", "chat", ""],
        session.Run($"Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 -Scenario minimum -Workload chat | ForEach-Object {{ $_.Workload; ($_ | Measure-LlmFleet).Pools[0].Loads[0].Workload }}; \"$((Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 -Scenario minimum).Workload)\"").Lines);

    [Theory]
    [InlineData("en-US", "FLEET OF SEVERAL WORKLOADS (RECOMMENDED, dgx-b200)")]
    [InlineData("pt-BR", "FROTA DE VÁRIAS CARGAS DE TRABALHO (RECOMENDADO, dgx-b200)")]
    public void One_pipeline_is_one_report_in_every_format(string culture, string title)
    {
        foreach (string format in new[] { "Text", "Markdown", "Json", "Csv", "JsonLines" })
        {
            RunResult run = session.Run($"{Fleet} | Format-SizingReport -As {format} -Culture {culture}");
            Assert.Empty(run.Errors);
            string report = Assert.Single(run.Lines);
            Assert.Contains("chat", report, StringComparison.Ordinal);
            if (format is "Text" or "Markdown")
            {
                Assert.Contains(title, report, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_fleet_of_another_process_is_reported_as_it_is_here() => Assert.Equal(
        session.Run($"{Fleet} | Format-SizingReport -As Json").Lines,
        session.Run($"$text = [System.Management.Automation.PSSerializer]::Serialize(({Fleet})); [System.Management.Automation.PSSerializer]::Deserialize($text) | Format-SizingReport -As Json").Lines);

    [Fact]
    public void Workloads_with_two_currencies_make_no_fleet()
    {
        RunResult run = session.Run(
            "'EUR', 'USD' | ForEach-Object { Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 -Scenario minimum -PricePerHour 1 -Currency $_ } | Measure-LlmFleet");
        Assert.Empty(run.Output);
        Assert.Contains("-Currency is EUR for one and USD for another", run.Message, StringComparison.Ordinal);
    }

    private static string Fleet =>
        $"Import-SizingRequirement -LiteralPath '{Repository.PathOf("docs/examples/requirements.yaml")}' | Invoke-LlmSizing -Scenario recommended -PriceCatalog '{Repository.PathOf("docs/examples/prices.yaml")}' -Pue 1.3 | Measure-LlmFleet";
}
