using System;
using System.Linq;
using System.Management.Automation;
using LlmSizing.Tests.Catalogs;
using Xunit;

namespace LlmSizing.Tests.Completion;

/// <summary>Names complete with Tab, and the tooltip says what they are.</summary>
public sealed class CompletionTests(Session session) : IClassFixture<Session>
{
    [Theory]
    [InlineData("Invoke-LlmSizing -Model opt-oss-", "opt-oss-120b", "B parameters, 36 layers (hybrid), 131,072 tokens")]
    [InlineData("Invoke-LlmSizing opt-oss-2", "opt-oss-20b", "B parameters, 24 layers (hybrid), 131,072 tokens")]
    [InlineData("Invoke-LlmSizing -Model opt-oss-120b, opt-oss-2", "opt-oss-20b", "24 layers")]
    [InlineData("Get-KvPerSession -Model OPT-", "opt-oss-20b", "24 layers")]
    [InlineData("Get-LlmModel opt", "opt-oss-20b", "24 layers")]
    [InlineData("Get-LlmModel -Name opt", "opt-oss-20b", "24 layers")]
    [InlineData("Invoke-LlmSizing -Server dgx-b", "dgx-b200", "8 x 180 GB, NVIDIA B200")]
    [InlineData("Invoke-LlmSizing opt-oss-20b dgx-b", "dgx-b200", "8 x 180 GB")]
    [InlineData("Get-LlmServer dgx", "dgx-h100", "8 x 80 GB")]
    [InlineData("Invoke-LlmSizing -Storage prof", "profile_default", "nvme_local, reads 28 GB/s")]
    [InlineData("Get-LlmStorage prof", "profile_default", "nvme_local")]
    [InlineData("Invoke-LlmSizing -Scenario ", "ideal", "headroom 0.2 (0.3 to 10), KV budget 0.7 (0 to 0.65), HA n+2")]
    [InlineData("Get-LlmScenario mi", "minimum", "HA none")]
    [InlineData("Invoke-LlmSizing -KvPrecision ", "bf16", "2 byte(s) an element")]
    [InlineData("Get-KvPerSession -KvPrecision f", "fp8", "1 byte(s) an element")]
    [InlineData("Get-SizingMetric -Name nodes", "nodes_final", "in nodes")]
    [InlineData("Get-SizingMetric kv", "kv_per_session_gib", "in GiB")]
    [InlineData("Get-SizingParameter head", "head_dim", "")]
    [InlineData("Get-SizingParameter -Culture ", "pt-BR", "pt-BR")]
    [InlineData("Format-SizingReport -Culture e", "en-US", "en-US")]
    [InlineData("Export-SizingReport -Culture p", "pt-BR", "pt-BR")]
    [InlineData("Format-SizingReport -As ", "Markdown", ".md")]
    [InlineData("Format-SizingReport m", "Markdown", ".md")]
    [InlineData("Export-SizingReport -As j", "Json", ".json")]
    public void Tab_offers_the_name_and_says_what_it_is(string line, string name, string toolTip)
    {
        CompletionResult match = Assert.Single(Completed.At(session, line), match => match.CompletionText == name);
        Assert.Contains(toolTip, match.ToolTip, StringComparison.Ordinal);
        Assert.NotEmpty(match.ToolTip);
        Assert.Equal(CompletionResultType.ParameterValue, match.ResultType);
    }

    [Theory]
    [InlineData("Get-LlmModel ", "Get-LlmModel")]
    [InlineData("Get-LlmServer ", "Get-LlmServer")]
    [InlineData("Get-LlmStorage ", "Get-LlmStorage")]
    [InlineData("Get-LlmScenario ", "Get-LlmScenario")]
    [InlineData("Get-SizingParameter ", "Get-SizingParameter")]
    public void Everything_is_offered_where_nothing_was_typed(string line, string lister) =>
        Assert.Equal(session.Run($"({lister}).Name").Lines, Completed.At(session, line).Select(match => match.ListItemText));

    [Fact]
    public void Every_format_metric_and_precision_is_offered()
    {
        Assert.Equal(56, Completed.Texts(session, "Get-SizingMetric ").Length);
        Assert.Equal(
            ["nvfp4", "mxfp4", "q4_0", "iq4_nl", "q4_1", "q5_0", "q5_1", "fp8", "int8", "mxfp8", "q8_0", "fp8_per_token_head", "int8_per_token_head", "fp8_ds_mla", "fp16", "bf16", "fp32"],
            Completed.Texts(session, "Invoke-LlmSizing -KvPrecision "));
        Assert.Equal(["fp8", "fp8_per_token_head", "fp8_ds_mla", "fp16", "fp32"], Completed.Texts(session, "Get-KvPerSession -KvPrecision fp"));
        Assert.Equal(["q8_0/q4_0", "q8_0/q4_1"], Completed.Texts(session, "Get-KvPerSession -KvPrecision q8_0/q4"));
        Assert.Equal(["en-US", "pt-BR"], Completed.Texts(session, "Format-SizingReport -Culture "));
        Assert.Equal(["Text", "Markdown", "Json", "Csv", "JsonLines"], Completed.Texts(session, "Format-SizingReport -As "));
    }

    [Fact]
    public void A_catalog_on_the_line_is_read()
    {
        using var folder = new TempFolder();
        string path = folder.Write("mine.yaml", OperatorFile.Server("mine-1"));
        Assert.Equal(["mine-1"], Completed.Texts(session, $"Invoke-LlmSizing -CatalogPath '{path}' -Server mine"));
        Assert.Equal(["mine-1"], Completed.Texts(session, $"Get-LlmServer -CatalogPath '{path}', '{path}' mine"));
        using var own = new Session();
        own.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($args[0])", folder.Path);
        Assert.Equal(["mine-1"], Completed.Texts(own, "Invoke-LlmSizing -CatalogPath mine.yaml -Server mine"));
        own.Run(
            """
            $drive = [System.Management.Automation.PSDriveInfo]::new('cat', $ExecutionContext.SessionState.Provider.GetOne('FileSystem'), $args[0], '', $null)
            $null = $ExecutionContext.SessionState.Drive.New($drive, 'global')
            """,
            folder.Path);
        Assert.Equal(["mine-1"], Completed.Texts(own, "Invoke-LlmSizing -CatalogPath cat:/mine.yaml -Server mine"));
    }

    [Theory]
    [InlineData("Get-LlmServer -CatalogPath no-such-file.yaml dgx-b2", "dgx-b200")]
    [InlineData("Get-LlmServer -CatalogPath $undefined dgx-b2", "dgx-b200")]
    [InlineData("Get-LlmServer 'dgx-b2", "dgx-b200")]
    [InlineData("Get-LlmServer \"dgx-b2", "dgx-b200")]
    public void What_is_wrong_on_the_line_does_not_stop_Tab(string line, string expected) => Assert.Contains(
        Completed.At(session, line), match => match.CompletionText.Trim('\'', '"') == expected);

    [Theory]
    [InlineData("Get-LlmServer [")]
    [InlineData("Get-LlmServer [z-a]")]
    [InlineData("Get-LlmModel zzzz")]
    [InlineData("Get-SizingMetric '[")]
    public void Nothing_is_offered_where_nothing_matches_and_nothing_breaks(string line) =>
        Assert.DoesNotContain(Completed.At(session, line), match => match.ToolTip.Contains("GB", StringComparison.Ordinal) || match.ToolTip.Contains("layers", StringComparison.Ordinal));
}
