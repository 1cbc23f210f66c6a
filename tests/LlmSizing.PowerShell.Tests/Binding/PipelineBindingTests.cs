using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests.Binding;

/// <summary>Names, objects and records from the pipe, as an operator has them.</summary>
public sealed class PipelineBindingTests(Session session) : IClassFixture<Session>
{
    private const string Answer = " | ForEach-Object { \"$($_.Model) $($_.Server) $($_.Storage) $($_.Concurrency) $($_.EffectiveContext) $($_.KvPrecision) $($_.Scenario) $($_.NodesFinal)\" }";

    private static readonly string[] Seed =
    [
        "opt-oss-20b dgx-b200 profile_default 500 65536 fp8 minimum 1",
        "opt-oss-20b dgx-b200 profile_default 500 65536 fp8 recommended 2",
        "opt-oss-20b dgx-b200 profile_default 500 65536 fp8 ideal 3",
    ];

    private static readonly string[] SeedWithoutStorage = [.. Seed.Select(line => line.Replace("profile_default", "", StringComparison.Ordinal))];

    [Theory]
    [InlineData("Model", "Server", "Storage", "Concurrency", "EffectiveContext", "KvPrecision")]
    [InlineData("model", "server", "storage", "concurrency", "effective_context", "kv_precision")]
    [InlineData("MODEL", "server", "Storage", "concurrency", "EffectiveContext", "kv_precision")]
    public void A_row_of_a_csv_file_binds_by_its_columns(params string[] columns) =>
        Assert.Equal(Seed, session.Run("$args[0] | Invoke-LlmSizing" + Answer, Row(columns, "opt-oss-20b", "dgx-b200", "profile_default", "500", "65536", "fp8")).Lines);

    [Fact]
    public void A_row_carries_every_number_and_the_scenario()
    {
        PSObject row = Row(
            ["model", "server", "concurrency", "effective_context", "kv_budget_ratio", "runtime_overhead_gib", "peak_headroom_ratio", "scenario"],
            "opt-oss-20b", "dgx-b200", "500", "65536", "0.6", "150", "0.25", "recommended");
        PSObject result = session.Run("$args[0] | Invoke-LlmSizing", row).Clean.Single()!;
        Assert.Equal(
            [0.6m, 150m, 0.25m, "recommended"],
            new[] { "KvBudgetRatio", "RuntimeOverheadGib", "PeakHeadroomRatio", "Scenario" }.Select(name => result.Properties[name].Value));
    }

    [Fact]
    public void Rows_may_mix_their_columns_and_what_one_row_says_is_not_kept_for_the_next()
    {
        PSObject[] rows =
        [
            Row(["Model", "Server", "Concurrency", "EffectiveContext", "KvPrecision", "Scenario"], "opt-oss-20b", "dgx-b200", "500", "65536", "bf16", "ideal"),
            Row(["model", "server", "concurrency", "effective_context", "scenario"], "opt-oss-20b", "dgx-b200", "500", "65536", "minimum"),
        ];
        Assert.Equal(
            ["opt-oss-20b dgx-b200  500 65536 bf16 ideal 4", "opt-oss-20b dgx-b200  500 65536 fp8 minimum 1"],
            session.Run("$args[0] | Invoke-LlmSizing" + Answer, (object)rows).Lines);
    }

    [Fact]
    public void Columns_that_no_parameter_has_do_no_harm() => Assert.Equal(
        SeedWithoutStorage,
        session.Run("$args[0] | Invoke-LlmSizing" + Answer, Row(["Id", "Model", "Server", "Concurrency", "EffectiveContext", "Owner", "Path", "Name"], "7", "opt-oss-20b", "dgx-b200", "500", "65536", "Ana", "x", "y")).Lines);

    [Theory]
    [InlineData("'opt-oss-20b' | Invoke-LlmSizing -Server dgx-b200 -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8")]
    [InlineData("Get-LlmModel opt-oss-20b | Invoke-LlmSizing -Server dgx-b200 -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8")]
    [InlineData("Get-LlmServer dgx-b200 | Invoke-LlmSizing -Model opt-oss-20b -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8")]
    [InlineData("'dgx-b200' | Invoke-LlmSizing -Model opt-oss-20b -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8")]
    [InlineData("Invoke-LlmSizing (Get-LlmModel opt-oss-20b) (Get-LlmServer dgx-b200) -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8")]
    [InlineData("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext 65536")]
    [InlineData("$m = 'opt-oss-20b'; $m | Invoke-LlmSizing -Server (Get-LlmServer dgx-b200) -Concurrency 500 -EffectiveContext 65536")]
    [InlineData("[pscustomobject]@{ Model = Get-LlmModel opt-oss-20b; Server = Get-LlmServer dgx-b200; Concurrency = 500; EffectiveContext = 65536 } | Invoke-LlmSizing")]
    public void Names_and_objects_say_the_same(string script) => Assert.Equal(SeedWithoutStorage, session.Run(script + Answer).Lines);

    [Theory]
    [InlineData("'opt-oss-20b' | Invoke-LlmSizing -Server dgx-b200 -Storage profile_default -Concurrency 500 -EffectiveContext 65536")]
    [InlineData("'dgx-b200' | Invoke-LlmSizing -Model opt-oss-20b -Storage profile_default -Concurrency 500 -EffectiveContext 65536")]
    [InlineData("'profile_default' | Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Concurrency 500 -EffectiveContext 65536")]
    [InlineData("Get-LlmStorage profile_default | Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Concurrency 500 -EffectiveContext 65536")]
    [InlineData("Invoke-LlmSizing opt-oss-20b dgx-b200 (Get-LlmStorage profile_default) -Concurrency 500 -EffectiveContext 65536")]
    [InlineData("Get-LlmModel opt-oss-20b | Invoke-LlmSizing -Server dgx-b200 -Storage profile_default -Concurrency 500 -EffectiveContext 65536")]
    [InlineData("Invoke-LlmSizing -Model OPT-OSS-20B -Server DGX-B200 -Storage Profile_Default -Concurrency 500 -EffectiveContext 65536 -KvPrecision FP8")]
    public void Storage_is_given_in_the_same_ways(string script) => Assert.Equal(Seed, session.Run(script + Answer).Lines);

    [Fact]
    public void Models_of_a_wildcard_are_sized_each_by_argument_and_by_pipe()
    {
        string[] byArgument = session.Run("Invoke-LlmSizing -Model (Get-LlmModel qwen*) -Server dgx-h100 -Concurrency 10 -EffectiveContext 8192" + Answer).Lines;
        string[] byPipe = session.Run("Get-LlmModel qwen* | Invoke-LlmSizing -Server dgx-h100 -Concurrency 10 -EffectiveContext 8192" + Answer).Lines;
        Assert.InRange(byPipe.Length, 6, 300);
        Assert.Equal(byArgument, byPipe);
    }

    [Fact]
    public void An_alias_of_a_model_finds_it_and_the_result_has_its_name()
    {
        string alias = (string)session.Run("(Get-LlmModel opt-oss-20b).Aliases[0]").Clean.Single()!.BaseObject;
        Assert.Equal(SeedWithoutStorage, session.Run("Invoke-LlmSizing $args[0] dgx-b200 -Concurrency 500 -EffectiveContext 65536" + Answer, alias).Lines);
    }

    [Fact]
    public void A_result_piped_back_in_gives_itself()
    {
        const string script = "Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 500 -EffectiveContext 65536 -KvBudgetRatio 0.6 -PeakHeadroomRatio 0.5";
        string answer = " | ForEach-Object { \"$($_.Scenario) $($_.Storage) $($_.SessionsPerNode) $($_.NodesCapacity) $($_.NodesWithHeadroom) $($_.NodesFinal) $($_.KvBudgetBytes)\" }";
        Assert.Equal(session.Run(script + answer).Lines, session.Run(script + " | Invoke-LlmSizing" + answer).Lines);
    }

    [Theory]
    [InlineData(128, 0)]
    [InlineData(129, 1)]
    public void A_name_of_a_workload_has_up_to_128_characters(int length, int errors) => Assert.Equal(
        errors, session.Run("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext 65536 -Workload ('n' * $args[0])", length).Errors.Count);

    [Fact]
    public void A_hashtable_splats_but_is_no_row()
    {
        Assert.Equal(SeedWithoutStorage, session.Run("$h = @{ Model = 'opt-oss-20b'; Server = 'dgx-b200'; Concurrency = 500; EffectiveContext = 65536 }; Invoke-LlmSizing @h" + Answer).Lines);

        RunResult piped = session.Run("@{ Model = 'opt-oss-20b'; Server = 'dgx-b200'; Concurrency = 500; EffectiveContext = 65536 } | Invoke-LlmSizing");
        Assert.Empty(piped.Output);
        Assert.IsType<System.Collections.Hashtable>(piped.Error.TargetObject is PSObject wrapped ? wrapped.BaseObject : piped.Error.TargetObject);
    }

    [Theory]
    [InlineData("5 | Invoke-LlmSizing -Server dgx-b200 -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing -Model 5 -Server dgx-b200 -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing -Model (Get-LlmServer dgx-b200) -Server dgx-b200 -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing -Model $null -Server dgx-b200 -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing -Model '' -Server dgx-b200 -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing -Model ' ' -Server dgx-b200 -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing -Model @() -Server dgx-b200 -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing -Model opt-oss-20b -Server @{} -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Storage '' -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Scenario '' -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Scenario @() -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -KvPrecision '' -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Get-KvPerSession -Model @() -EffectiveContext 8192")]
    [InlineData("(Get-LlmModel opt-oss-20b) | Invoke-LlmSizing -Concurrency 5 -EffectiveContext 8192 -Server $null")]
    public void What_is_no_entry_is_one_error_and_no_result(string script)
    {
        RunResult run = session.Run(script);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Message);
    }

    [Fact]
    public void A_row_whose_property_throws_is_an_error_with_its_reason()
    {
        // The engine's binder itself reads the property, and ends the pipeline: it does so for every cmdlet.
        RunResult run = session.Run(
            """
            $bad = [pscustomobject]@{ Server = 'dgx-b200'; Concurrency = 500; EffectiveContext = 65536 }
            $bad.psobject.Properties.Add([psscriptproperty]::new('Model', { throw 'no such column' }))
            $good = [pscustomobject]@{ Model = 'opt-oss-20b'; Server = 'dgx-b200'; Concurrency = 500; EffectiveContext = 65536 }
            $good, $bad | Invoke-LlmSizing -Scenario minimum
            """);
        Assert.Single(run.Output);
        Assert.Contains("no such column", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_throws_and_that_no_parameter_asks_for_does_no_harm() => Assert.Equal(
        SeedWithoutStorage,
        session.Run(
            """
            $row = [pscustomobject]@{ Model = 'opt-oss-20b'; Server = 'dgx-b200'; Concurrency = 500; EffectiveContext = 65536 }
            $row.psobject.Properties.Add([psscriptproperty]::new('Owner', { throw 'no such column' }))
            $row | Invoke-LlmSizing
            """ + Answer).Lines);

    private static PSObject Row(string[] columns, params string[] values)
    {
        var row = new PSObject();
        foreach ((string column, string value) in columns.Zip(values))
        {
            row.Properties.Add(new PSNoteProperty(column, value));
        }
        return row;
    }
}
