using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using LlmSizing.Tests.Catalogs;
using Xunit;

namespace LlmSizing.Tests.Commands;

/// <summary>What every PowerShell command does, these do too.</summary>
public sealed class CommonParameterTests(Session session) : IClassFixture<Session>
{
    private const string Rows = "$rows = foreach ($n in 1..5) { [pscustomobject]@{ Model = if ($n -eq 3) { 'nobody' } else { 'opt-oss-20b' }; Concurrency = $n } }; ";
    private const string Sizing = "Invoke-LlmSizing -Server dgx-b200 -EffectiveContext 8192 -Scenario minimum";

    [Fact]
    public void ErrorAction_Stop_ends_the_pipe_at_the_bad_record()
    {
        RunResult run = session.Run(Rows + $"$rows | {Sizing} -ErrorAction Stop");
        Assert.Equal(2, run.Output.Count);
        Assert.Contains("nobody", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorAction_SilentlyContinue_and_ErrorVariable_keep_the_error_aside()
    {
        RunResult run = session.Run(Rows +
            $"$rows | {Sizing} -ErrorAction SilentlyContinue -ErrorVariable wrong | ForEach-Object Concurrency; $wrong.Count; $wrong[0].TargetObject.Concurrency");
        Assert.Equal(["1", "2", "4", "5", "1", "3"], run.Lines);
    }

    [Fact]
    public void A_script_catches_the_error_by_its_type() => Assert.Equal(
        ["caught ModelNotFound,LlmSizing.Commands.InvokeLlmSizingCommand"],
        session.Run(
            $"try {{ {Sizing} nobody -Concurrency 5 -ErrorAction Stop }} catch [System.Collections.Generic.KeyNotFoundException] {{ \"caught $($_.FullyQualifiedErrorId)\" }}").Lines);

    [Fact]
    public void ErrorActionPreference_is_honoured() => Assert.Equal(
        ["caught"],
        session.Run($"& {{ $ErrorActionPreference = 'Stop'; try {{ {Sizing} nobody -Concurrency 5 }} catch {{ 'caught' }} }}").Lines);

    [Fact]
    public void An_error_has_a_category_and_says_which_command_wrote_it()
    {
        ErrorRecord error = session.Run($"{Sizing} nobody -Concurrency 5").Error;
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("Invoke-LlmSizing", error.InvocationInfo.MyCommand.Name);
    }

    [Fact]
    public void OutVariable_and_PipelineVariable_hold_the_results()
    {
        Assert.Equal(["1", "2", "2"], session.Run($"{Sizing} opt-oss-20b -Concurrency 1, 2 -OutVariable all | ForEach-Object Concurrency; $all.Count").Lines);
        Assert.Equal(
            ["minimum nodes_final 1", "recommended nodes_final 2", "ideal nodes_final 3"],
            session.Run(
                """
                Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext 65536 -PipelineVariable result |
                    Get-SizingMetric nodes_final | ForEach-Object { "$($result.Scenario) $($_.Metric) $($_.Value)" }
                """).Lines);
    }

    [Fact]
    public void Verbose_says_which_catalog_files_were_read_and_how_long_it_took() => Cultures.Run("pt-BR", () =>
    {
        using var folder = new TempFolder();
        string mine = folder.Write("mine.yaml", OperatorFile.Server("mine-1"));
        var line = new Regex(@"^(?<path>.+): (?<entries>\d+) entr(y|ies) in (?<ms>\d+\.\d+) ms$");
        Match[] said = [.. session.Run("$null = Invoke-LlmSizing opt-oss-20b mine-1 -Concurrency 1 -EffectiveContext 8192 -CatalogPath $args[0] -Verbose", mine)
            .Verbose.Select(message => line.Match(message)).Where(match => match.Success)];
        Assert.Contains(said, match => match.Groups["path"].Value == mine && match.Groups["entries"].Value == "1");
        Assert.Contains(said, match => match.Groups["path"].Value.EndsWith("scenarios.yaml", StringComparison.Ordinal));
        Assert.All(said, match => Assert.InRange(double.Parse(match.Groups["ms"].Value, CultureInfo.InvariantCulture), 0, 60_000));
    });

    [Fact]
    public void Nothing_is_said_without_Verbose() => Assert.Empty(session.Run($"{Sizing} opt-oss-20b -Concurrency 5").Verbose);

    [Fact]
    public void Positions_are_model_server_storage() => Assert.Equal(
        ["opt-oss-20b dgx-b200 profile_default"],
        session.Run(
            """
            Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 5 -EffectiveContext 8192 -Scenario minimum |
                ForEach-Object { "$($_.Model) $($_.Server) $($_.Storage)" }
            """).Lines);

    [Fact]
    public void Every_output_type_is_declared() => Assert.All(
        session.Run("Get-Command -Module LlmSizing").Clean,
        command => Assert.NotEmpty(((CommandInfo)command!.BaseObject).OutputType));
}
