using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using LlmSizing.Tests.Views;
using Xunit;

namespace LlmSizing.Tests.Wide;

/// <summary>What every cmdlet writes reads the same after a job or a remote session: its columns, its view.</summary>
public sealed partial class OtherProcessTests(Session session) : IClassFixture<Session>
{
    private const string Placed = " dgx-h100 -Concurrency 100 -EffectiveContext 8192";

    // What shows most of a cmdlet; one that is not here is shown by the first example of its page.
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["Compare-EngineLog"] = $"Compare-EngineLog '{Repository.PathOf("docs/examples/vllm.log")}'",
        ["Compare-BenchmarkRun"] = $"Compare-BenchmarkRun '{Repository.PathOf("docs/examples/vllm-bench.json")}' dgx-h100",
        ["Measure-LlmFleet"] = "Invoke-LlmSizing opt-oss-20b, opt-oss-120b" + Placed + " | Measure-LlmFleet",
        ["Compare-LlmSizing"] = "Invoke-LlmSizing opt-oss-20b, opt-oss-120b" + Placed + " | Compare-LlmSizing",
        ["Export-LlmModel"] = "Get-LlmModel opt-oss-20b | Export-LlmModel -Path ([IO.Path]::GetTempPath() + [guid]::NewGuid() + '.yaml') -PassThru | ForEach-Object { $_.Delete() }",
        ["Export-SizingReport"] = "Invoke-LlmSizing opt-oss-20b" + Placed + " | Export-SizingReport ([IO.Path]::GetTempPath() + [guid]::NewGuid() + '.csv') -PassThru | ForEach-Object { $_.Delete() }",
        ["Find-LlmPlacement"] = "Find-LlmPlacement qwen3-8b -Server dgx-h100 -Concurrency 100 -EffectiveContext 8192",
        ["Format-SizingReport"] = "Invoke-LlmSizing opt-oss-20b" + Placed + " | Format-SizingReport",
        ["Get-EngineMemory"] = "Get-EngineMemory qwen3-8b -Server dgx-h100",
        ["Get-KvPerSession"] = "Get-KvPerSession opt-oss-20b 8192",
        ["Get-LlmModel"] = "Get-LlmModel opt-oss-*, deepseek-v3, jamba*",
        ["Get-LlmPerformance"] = "Get-LlmPerformance qwen3-32b hgx-h100-8 -TensorParallel 2 -InputTokens 2000 -OutputTokens 500 -Concurrency 1, 16",
        ["Get-LlmScenario"] = "Get-LlmScenario",
        ["Get-LlmServer"] = "Get-LlmServer dgx-*",
        ["Get-LlmStorage"] = "Get-LlmStorage",
        ["Get-LlmWeights"] = "Get-LlmWeights qwen3-30b-a3b -TensorParallel 4",
        ["Get-RuntimeOverhead"] = "Get-RuntimeOverhead opt-oss-20b -GpuMemoryGib 79",
        ["Get-SizingMetric"] = "Invoke-LlmSizing qwen3-8b" + Placed + " -TensorParallel 2 | Get-SizingMetric",
        ["Get-SizingParameter"] = "Get-SizingParameter",
        ["Import-LlmModel"] = $"Import-LlmModel -LiteralPath '{Repository.PathOf("docs/examples/small-config.json")}' -Name small",
        ["Invoke-LlmSizing"] = "Invoke-LlmSizing opt-oss-20b" + Placed + "; Invoke-LlmSizing qwen3-8b" + Placed + " -TensorParallel auto",
        ["Test-LlmCatalog"] = $"Test-LlmCatalog '{Repository.PathOf("docs/examples/broken.yaml")}'",
    };

    public static TheoryData<string> Commands
    {
        get
        {
            using var session = new Session();
            return [.. session.Run("(Get-Command -Module LlmSizing).Name").Lines];
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_columns_are_the_same(string command)
    {
        PSObject[] live = [.. session.Run(ScriptOf(command)).Clean.Select(item => item!)];
        PSObject[] copies = Deserialized(session, live);
        Assert.Equal(live.Length, copies.Length);
        Assert.Equal(live.SelectMany(item => Columns(item, item)), live.SelectMany((item, i) => Columns(item, copies[i])));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_view_is_the_same(string command)
    {
        object live = session.Run(ScriptOf(command)).Clean.ToArray();
        Assert.Equal(
            Shown.Lines("$args[0]", 120, live),
            Shown.Lines("$args[0]", 120, (object)Deserialized(session, (PSObject[])live)));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_column_is_the_name_of_a_type(string command) => Assert.DoesNotContain(
        session.Run(ScriptOf(command)).Clean.SelectMany(item => item!.Properties).Select(property => property.Value?.ToString()),
        text => text is not null && text.StartsWith("LlmSizing.", StringComparison.Ordinal));

    private static string ScriptOf(string command)
    {
        if (Scripts.TryGetValue(command, out string? script))
        {
            return script;
        }
        string page = File.ReadAllText(Repository.PathOf($"docs/en-US/{command}.md"));
        return Example().Match(page).Groups[1].Value;
    }

    private static PSObject[] Deserialized(Session session, PSObject[] live) =>
        [.. session.Run("foreach ($item in $args[0]) { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($item)) }", (object)live).Clean.Select(item => item!)];

    // The columns that a table, a filter and Export-Csv take: numbers, words, flags.
    private static IEnumerable<string> Columns(PSObject live, PSObject item) =>
        from property in live.Properties
        where property.Value is null or string or bool or IFormattable and not PSObject
        select string.Create(CultureInfo.InvariantCulture, $"{property.Name} = {item.Properties[property.Name]?.Value}");

    [GeneratedRegex("```powershell\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
