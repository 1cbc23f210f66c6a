using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Tests.Processes;

/// <summary>Importing reads nothing and loads nothing of the catalogs; the first use does.</summary>
public sealed class ImportTests
{
    private const string Loaded = "@([AppDomain]::CurrentDomain.GetAssemblies().ForEach({ $_.GetName().Name }).Where({ $_ -like 'LlmSizing*' -and $_ -ne 'LlmSizing.PowerShell.Tests' -or $_ -eq 'YamlDotNet' })) -join ' '; ";

    [Fact]
    public async Task Nothing_of_the_catalogs_is_loaded_by_importing_the_module()
    {
        string[] lines = await FreshProcess.Run(
            "Import-Module $args[0]; " + Loaded
            + "$null = Get-Command -Module LlmSizing; $null = (Get-Command Invoke-LlmSizing).Parameters; $null = TabExpansion2 'Invoke-LlmSizing -Kv' 20; " + Loaded
            + "$null = Get-LlmScenario; " + Loaded,
            Repository.Manifest);
        Assert.DoesNotContain("LlmSizing.Catalogs", lines[0]);
        Assert.DoesNotContain("YamlDotNet", lines[0]);
        Assert.DoesNotContain("LlmSizing.Catalogs", lines[1]);
        Assert.Contains("LlmSizing.Catalogs", lines[2]);
        Assert.Contains("YamlDotNet", lines[2]);
    }

    [Fact]
    public async Task A_process_without_cultures_sizes_and_reports_in_Portuguese() => Assert.Equal(
        ["1137", "True", "'0,7' is not a number."],
        await FreshProcess.RunWith(
            new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
            """
            Import-Module $args[0]
            $result = Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext 65536 -Scenario minimum
            $result.SessionsPerNode
            ($result | Format-SizingReport -Culture pt-BR).Contains('RELATÓRIO')
            try { Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 -KvBudgetRatio '0,7' } catch { [regex]::Match("$_", "'0,7'[^.]*\.").Value }
            """,
            Repository.Manifest));
}
