using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests.Catalogs;

/// <summary>The operator's own catalogs by -CatalogPath.</summary>
public sealed class CatalogPathTests(Session session) : IClassFixture<Session>
{
    [Fact]
    public void A_file_adds_its_entries_and_says_where_they_come_from()
    {
        using var folder = new TempFolder();
        string path = folder.Write("mine.yaml", OperatorFile.Server("mine-1"));
        PSObject server = session.Run("Get-LlmServer mine-1 -CatalogPath $args[0]", path).Clean.Single()!;
        Assert.Equal(path + ":2", server.Properties["Source"].Value);
    }

    [Fact]
    public void An_entry_of_the_same_name_overrides_the_modules_and_says_so()
    {
        using var folder = new TempFolder();
        string path = folder.Write("mine.yaml", OperatorFile.Server("dgx-b200", gpus: 2));
        Assert.StartsWith("built-in: servers/", session.Run("(Get-LlmServer dgx-b200).Source").Lines.Single(), StringComparison.Ordinal);
        Assert.Equal(["2", path + ":2"], session.Run("Get-LlmServer dgx-b200 -CatalogPath $args[0] | ForEach-Object { $_.Gpus; $_.Source }", path).Lines);
        Assert.Equal(["8"], session.Run("(Get-LlmServer dgx-b200).Gpus").Lines);
    }

    [Fact]
    public void A_folder_is_read_with_its_folders_yaml_and_json()
    {
        using var folder = new TempFolder();
        folder.Write("servers/a.yaml", OperatorFile.Server("mine-a"));
        folder.Write("b.yml", OperatorFile.Server("mine-b"));
        folder.Write("c.json", """{ "servers": [ { "name": "mine-c", "gpus": 4, "hbm_per_gpu_gb": 100, "source": ["a test"] } ] }""");
        folder.Write("readme.txt", "no catalog");
        Assert.Equal(
            ["mine-a", "mine-b", "mine-c"],
            session.Run("(Get-LlmServer mine-* -CatalogPath $args[0]).Name", folder.Path).Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_several_paths_the_last_overrides()
    {
        using var folder = new TempFolder();
        string[] paths = [folder.Write("1.yaml", OperatorFile.Server("mine", gpus: 1)), folder.Write("2.yaml", OperatorFile.Server("mine", gpus: 2))];
        Assert.Equal(["2"], session.Run("(Get-LlmServer mine -CatalogPath $args[0]).Gpus", (object)paths).Lines);
        Assert.Equal(["1"], session.Run("(Get-LlmServer mine -CatalogPath $args[0]).Gpus", (object)paths.Reverse().ToArray()).Lines);
    }

    [Fact]
    public void One_file_may_hold_everything_that_a_sizing_needs()
    {
        using var folder = new TempFolder();
        string path = folder.Write("all.yaml", string.Join(
            "\n", OperatorFile.Model("m-1"), OperatorFile.Server("s-1"), OperatorFile.Storage("p-1"), OperatorFile.Scenario("careful")));
        Assert.Equal(
            ["m-1 s-1 p-1 careful n+3 0.5 0.6 80"],
            session.Run(
                """
                Invoke-LlmSizing m-1 s-1 p-1 -Concurrency 5 -EffectiveContext 8192 -Scenario careful -CatalogPath $args[0] | ForEach-Object {
                    [string]::Format([cultureinfo]::InvariantCulture, '{0} {1} {2} {3} {4} {5} {6} {7}', @($_.Model, $_.Server, $_.Storage, $_.Scenario, $_.HaMode, $_.PeakHeadroomRatio, $_.KvBudgetRatio, $_.RuntimeOverheadGib)) }
                """,
                path).Lines);
    }

    [Fact]
    public void A_scenario_of_the_operators_own_is_used_by_name_by_wildcard_by_object_and_by_default()
    {
        using var folder = new TempFolder();
        string path = folder.Write("scenario.yaml", OperatorFile.Scenario("careful"));
        const string sizing = "Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 ";
        foreach (string scenario in new[] { "-Scenario careful", "-Scenario care*", "-Scenario (Get-LlmScenario careful -CatalogPath $args[0])" })
        {
            Assert.Equal(["careful"], session.Run($"({sizing} {scenario} -CatalogPath $args[0]).Scenario", path).Lines);
        }
        Assert.Equal(["careful"], session.Run($"({sizing} -Scenario (Get-LlmScenario careful -CatalogPath $args[0])).Scenario", path).Lines);
        Assert.Equal(["minimum", "recommended", "ideal", "careful"], session.Run($"({sizing} -CatalogPath $args[0]).Scenario", path).Lines);
    }

    [Fact]
    public void A_report_of_an_operators_scenario_has_a_title()
    {
        using var folder = new TempFolder();
        string path = folder.Write("scenario.yaml", OperatorFile.Scenario("careful"));
        string report = session.Run(
            "Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 -CatalogPath $args[0] | Format-SizingReport -Culture pt-BR", path).Lines.Single();
        Assert.Contains("CAREFUL", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Catalog_Path")]
    [InlineData("CatalogPath")]
    public void A_row_may_bring_its_own_catalog(string column)
    {
        using var folder = new TempFolder();
        var row = new PSObject();
        foreach ((string name, string value) in new[] { ("Model", "opt-oss-20b"), ("Server", "mine-1"), ("Concurrency", "5"), ("EffectiveContext", "8192"), (column, folder.Write("mine.yaml", OperatorFile.Server("mine-1"))) })
        {
            row.Properties.Add(new PSNoteProperty(name, value));
        }
        Assert.Equal(3, session.Run("$args[0] | Invoke-LlmSizing", row).Clean.Count);
    }

    [Fact]
    public void A_broken_file_is_an_error_and_the_good_ones_stay()
    {
        using var folder = new TempFolder();
        folder.Write("bad.yaml", "servers:\n  - name: mine-bad\n    gpus: four\n    hbm_per_gpu_gb: 100\n    source: [\"a test\"]\n");
        folder.Write("good.yaml", OperatorFile.Server("mine-good"));
        RunResult run = session.Run("(Invoke-LlmSizing opt-oss-20b mine-good, dgx-b200 -Concurrency 5 -EffectiveContext 8192 -Scenario minimum -CatalogPath $args[0]).Server", folder.Path);
        Assert.Equal(["mine-good", "dgx-b200"], run.Output.Select(name => name!.ToString()));
        Assert.StartsWith("CatalogProblem,", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith(folder.File("bad.yaml") + ":3:", run.Message, StringComparison.Ordinal);
        Assert.Equal(3L, PSObject.AsPSObject(run.Error.TargetObject).Properties["Line"].Value);
        Assert.NotEmpty(run.Error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_refused_override_never_falls_back_in_silence()
    {
        using var folder = new TempFolder();
        string path = folder.Write("mine.yaml", OperatorFile.Server("dgx-b200", gpus: 0));
        Assert.StartsWith("CatalogProblem,", session.Run("Get-LlmServer dgx-b200 -CatalogPath $args[0]", path).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(session.Run("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 -CatalogPath $args[0] -ErrorAction Stop", path).Output);
        Assert.Single(session.Run("$x = Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 -CatalogPath $args[0]", path).Errors);
    }

    [Fact]
    public void The_problems_of_a_catalog_are_told_once_for_a_whole_pipe()
    {
        using var folder = new TempFolder();
        string path = folder.Write("mine.yaml", OperatorFile.Server("mine", gpus: 0));
        RunResult run = session.Run("'opt-oss-20b', 'opt-oss-120b' | Invoke-LlmSizing -Server dgx-b200 -Concurrency 5 -EffectiveContext 8192 -CatalogPath $args[0]", path);
        Assert.Single(run.Errors);
        Assert.Equal(6, run.Output.Count);
    }

    [Theory]
    [InlineData("no-such-file.yaml")]
    [InlineData("no-such-folder/")]
    public void A_path_that_is_not_there_is_an_error_that_names_it(string name)
    {
        using var folder = new TempFolder();
        RunResult run = session.Run("Get-LlmServer dgx-b200 -CatalogPath $args[0]", folder.File(name));
        Assert.Contains(Path.TrimEndingDirectorySeparator(folder.File(name)), run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_path_follows_Set_Location_and_a_drive_of_PowerShell_is_followed()
    {
        using var folder = new TempFolder();
        folder.Write("sub/mine.yaml", OperatorFile.Server("mine-1"));
        using var own = new Session();
        Assert.Equal(["mine-1"], own.Run("$ExecutionContext.SessionState.Path.SetLocation($args[0]) | Out-Null; (Get-LlmServer mine-* -CatalogPath sub/mine.yaml).Name", folder.Path).Lines);
        Assert.Equal(
            ["mine-1"],
            own.Run(
                """
                $provider = $ExecutionContext.SessionState.Provider.GetOne('FileSystem')
                $null = $ExecutionContext.SessionState.Drive.New([System.Management.Automation.PSDriveInfo]::new('cat', $provider, $args[0], '', $null), 'global')
                (Get-LlmServer mine-* -CatalogPath cat:/sub).Name
                """,
                folder.Path).Lines);
    }

    [Fact]
    public void Names_match_by_wildcards_and_aliases_whatever_their_case()
    {
        Assert.Equal(["dgx-b200", "dgx-b300"], session.Run("(Get-LlmServer DGX-B[23]00).Name").Lines);
        Assert.Equal(["opt-oss-20b"], session.Run("(Get-LlmModel gpt-oss-20b).Name").Lines);
        Assert.Equal(["minimum", "recommended", "ideal"], session.Run("(Get-LlmScenario).Name").Lines);
        Assert.Equal(["opt-oss-20b", "opt-oss-120b"], session.Run("'opt-oss-20b', 'opt-oss-120b' | Get-LlmModel | ForEach-Object Name").Lines);
    }

    [Fact]
    public void An_operator_cannot_change_the_modules_catalog()
    {
        RunResult run = session.Run("(Get-LlmServer dgx-b200).Gpus = 4");
        Assert.Contains("Gpus", run.Message, StringComparison.Ordinal);
        Assert.Equal(["8"], session.Run("(Get-LlmServer dgx-b200).Gpus").Lines);
    }
}
