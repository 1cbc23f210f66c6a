using System;
using Xunit;

namespace LlmSizing.Tests.Commands;

/// <summary>A wrong name gets near misses and the command that lists the right ones.</summary>
public sealed class WrongNameTests(Session session) : IClassFixture<Session>
{
    [Theory]
    [InlineData("model", "opt-oss-2b", "'opt-oss-20b'", "Invoke-LlmSizing opt-oss-2b dgx-b200 -Concurrency 5 -EffectiveContext 8192", "Get-LlmModel lists them all.", "ModelNotFound,LlmSizing.Commands.InvokeLlmSizingCommand")]
    [InlineData("server", "dgx-b20", "'dgx-b200'", "Invoke-LlmSizing opt-oss-20b dgx-b20 -Concurrency 5 -EffectiveContext 8192", "Get-LlmServer lists them all.", "ServerNotFound,LlmSizing.Commands.InvokeLlmSizingCommand")]
    [InlineData("storage profile", "profile_defaul", "'profile_default'", "Invoke-LlmSizing opt-oss-20b dgx-b200 profile_defaul -Concurrency 5 -EffectiveContext 8192", "Get-LlmStorage lists them all.", "StorageNotFound,LlmSizing.Commands.InvokeLlmSizingCommand")]
    [InlineData("scenario", "idael", "'ideal'", "Invoke-LlmSizing opt-oss-20b dgx-b200 -Scenario idael -Concurrency 5 -EffectiveContext 8192", "Get-LlmScenario lists them all.", "ScenarioNotFound,LlmSizing.Commands.InvokeLlmSizingCommand")]
    [InlineData("scenario", "x*", "", "Invoke-LlmSizing opt-oss-20b dgx-b200 -Scenario x* -Concurrency 5 -EffectiveContext 8192", "Get-LlmScenario lists them all.", "ScenarioNotFound,LlmSizing.Commands.InvokeLlmSizingCommand")]
    [InlineData("KV precision", "bp16", "'fp16' or 'bf16'", "Invoke-LlmSizing opt-oss-20b dgx-b200 -KvPrecision bp16 -Concurrency 5 -EffectiveContext 8192", "Use one of nvfp4, mxfp4, q4_0, iq4_nl, q4_1, q5_0, q5_1, fp8, int8, mxfp8, q8_0, fp8_per_token_head, int8_per_token_head, fp8_ds_mla, fp16, bf16, fp32.", "KvPrecisionNotFound,LlmSizing.Commands.InvokeLlmSizingCommand")]
    [InlineData("model", "opt-oss-2b", "'opt-oss-20b'", "Get-LlmModel opt-oss-2b", "Get-LlmModel lists them all.", "ModelNotFound,LlmSizing.Commands.GetLlmModelCommand")]
    [InlineData("server", "DGX_B200", "'dgx-b200'", "Get-LlmServer DGX_B200", "Get-LlmServer lists them all.", "ServerNotFound,LlmSizing.Commands.GetLlmServerCommand")]
    [InlineData("storage profile", "profile-default", "'profile_default'", "Get-LlmStorage profile-default", "Get-LlmStorage lists them all.", "StorageNotFound,LlmSizing.Commands.GetLlmStorageCommand")]
    [InlineData("scenario", "minium", "'minimum'", "Get-LlmScenario minium", "Get-LlmScenario lists them all.", "ScenarioNotFound,LlmSizing.Commands.GetLlmScenarioCommand")]
    [InlineData("model", "opt-oss-2b", "'opt-oss-20b'", "Get-KvPerSession opt-oss-2b 8192", "Get-LlmModel lists them all.", "ModelNotFound,LlmSizing.Commands.GetKvPerSessionCommand")]
    [InlineData("parameter", "head_dims", "'head_dim'", "Get-SizingParameter head_dims", "Get-SizingParameter lists them all.", "ParameterNotFound,LlmSizing.Commands.GetSizingParameterCommand")]
    [InlineData("culture", "fr-FR", "", "Get-SizingParameter -Culture fr-FR", "Use one of en-US, pt-BR.", "CultureNotFound,LlmSizing.Commands.GetSizingParameterCommand")]
    [InlineData("metric", "node_final", "'nodes_final'", "Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 | Get-SizingMetric node_final", "Use one of kv_per_session_gib", "MetricNotFound,LlmSizing.Commands.GetSizingMetricCommand")]
    [InlineData("report format", "Txt", "'Text'", "Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 | Format-SizingReport Txt", "Use one of Text, Markdown, ", "FormatNotFound,LlmSizing.Commands.FormatSizingReportCommand")]
    [InlineData("culture", "fr-FR", "", "Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 | Format-SizingReport -Culture fr-FR", "Use one of en-US, pt-BR.", "CultureNotFound,LlmSizing.Commands.FormatSizingReportCommand")]
    public void A_wrong_name_is_told_with_what_was_meant_and_who_lists_them(string kind, string name, string meant, string script, string action, string id)
    {
        RunResult run = session.Run(script);
        Assert.StartsWith($"There is no {kind} '{name}'.{(meant.Length > 0 ? " Did you mean " + meant : "")}", run.Message, StringComparison.Ordinal);
        Assert.Contains(action, run.Message, StringComparison.Ordinal);
        Assert.Equal(id, run.Error.FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("Get-LlmModel no-such-*")]
    [InlineData("Get-LlmServer '[x]*'")]
    [InlineData("Get-SizingParameter zz*")]
    public void A_wildcard_that_matches_nothing_is_no_error(string script) => Assert.Empty(session.Run(script).Clean);

    [Theory]
    [InlineData("Get-LlmModel '['")]
    [InlineData("Get-LlmModel 'a[b'")]
    [InlineData("Get-LlmScenario '[z-a]'")]
    [InlineData("Invoke-LlmSizing opt-oss-20b dgx-b200 -Scenario '[' -Concurrency 5 -EffectiveContext 8192")]
    [InlineData("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 | Get-SizingMetric '['")]
    [InlineData("Get-SizingParameter '['")]
    public void A_broken_wildcard_is_an_error_that_shows_it(string script)
    {
        RunResult run = session.Run(script);
        Assert.Empty(run.Output);
        Assert.Contains("[", run.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name with spaces")]
    [InlineData("'; Remove-Item x; '")]
    [InlineData("$(throw 1)")]
    [InlineData("../../etc/passwd")]
    [InlineData("\u202enaem")]
    [InlineData("{0}")]
    public void A_hostile_name_is_only_a_name_that_is_not_there(string name)
    {
        RunResult run = session.Run("Invoke-LlmSizing $args[0] dgx-b200 -Concurrency 5 -EffectiveContext 8192", name);
        Assert.StartsWith($"There is no model '{name}'.", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_name_is_refused_with_a_short_message()
    {
        RunResult run = session.Run("Get-LlmModel ('x' * 1000000)");
        Assert.StartsWith("ModelNotFound,", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.InRange(run.Message.Length, 30, 1000);
    }
}
