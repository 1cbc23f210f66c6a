using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests.Logs;

/// <summary>Compare-EngineLog: logs from files and from the pipe.</summary>
public sealed class CompareEngineLogTests(Session session) : IClassFixture<Session>
{
    private const string Cache = "Available KV cache memory: 37.28 GiB\nGPU KV cache size: 244,304 tokens\n";

    private static string Log => File.ReadAllText(Repository.PathOf("docs", "examples", "vllm.log"));

    [Fact]
    public void A_file_comes_by_path_by_wildcard_and_by_pipe()
    {
        using var folder = new TempFolder();
        string path = folder.Write("one.log", Log);
        folder.Write("two.log", Log);
        var item = new PSObject(new FileInfo(path));
        item.Properties.Add(new PSNoteProperty("PSPath", @"Microsoft.PowerShell.Core\FileSystem::" + path));

        int rows = session.Run("Compare-EngineLog $args[0]", path).Clean.Count;

        Assert.True(rows > 8);
        Assert.Equal(2 * rows, session.Run("Compare-EngineLog $args[0]", folder.File("*.log")).Clean.Count);
        Assert.Equal(rows, session.Run("$args[0] | Compare-EngineLog", item).Clean.Count);
        Assert.Equal(rows, session.Run("[IO.FileInfo]$args[0] | Compare-EngineLog", path).Clean.Count);
    }

    [Fact]
    public void Lines_of_the_pipe_are_one_log_also_those_of_Get_Content()
    {
        using var folder = new TempFolder();
        string path = folder.Write("one.log", Log);

        int rows = session.Run("Compare-EngineLog $args[0]", path).Clean.Count;

        // Get-Content gives its lines the path of the file.
        PSObject[] lines = [.. Log.Split('\n').Select(line => new PSObject(line))];
        lines.ToList().ForEach(line => line.Properties.Add(new PSNoteProperty("PSPath", path)));
        Assert.Equal(rows, session.Run("$args[0] | Compare-EngineLog", [lines]).Clean.Count);
        Assert.Equal(rows, session.Run("$args[0] -split [char]10 | Compare-EngineLog", Log).Clean.Count);
    }

    [Fact]
    public void The_bytes_of_a_token_are_exact()
    {
        PSObject row = Row("Compare-EngineLog $args[0] | Where-Object Quantity -EQ kv_bytes_per_token", Repository.PathOf("docs", "examples", "vllm.log"));

        Assert.StartsWith("exact: ", (string)row.Properties["Note"].Value);
    }

    [Fact]
    public void A_calibration_of_a_log_predicts_that_log()
    {
        using var folder = new TempFolder();
        string log = Repository.PathOf("docs", "examples", "vllm.log");

        string yaml = (string)session.Run("Compare-EngineLog $args[0] -Calibrate -CalibrationName mine-1", log).Clean.Single()!.BaseObject;
        string catalog = folder.Write("mine.yaml", yaml);

        foreach (string quantity in new[] { "activation", "non_torch" })
        {
            PSObject row = Row($"Compare-EngineLog $args[0] -CatalogPath $args[1] -Calibration mine-1 | Where-Object Quantity -EQ {quantity}", log, catalog);
            Assert.InRange(System.Math.Abs((decimal)row.Properties["Difference"].Value), 0, 0.005m);
        }
        Assert.Single(session.Run("Get-EngineMemory llama-3.1-8b -Server dgx-h100 -Engine vllm -Calibration mine-1 -CatalogPath $args[0]", catalog).Clean);
        Assert.Contains("CalibrationNotFound", session.Run("Compare-EngineLog $args[0] -Calibration mine-2", log).Errors.Single().FullyQualifiedErrorId);
        Assert.Contains("CannotSize", session.Run("$args[0] | Compare-EngineLog -Model llama-3.1-8b -Server dgx-h100 -Calibrate", Cache).Errors.Single().FullyQualifiedErrorId);
    }

    [Fact]
    public void The_weights_and_the_tokens_are_predicted_within_a_few_percent()
    {
        string path = Repository.PathOf("docs", "examples", "vllm.log");

        foreach (string quantity in new[] { "weights", "kv_available", "kv_tokens" })
        {
            Assert.InRange((decimal)Row("Compare-EngineLog $args[0] | Where-Object Quantity -EQ $args[1]", path, quantity).Properties["Percent"].Value, -3, 3);
        }
    }

    [Fact]
    public void What_a_log_does_not_say_is_given()
    {
        Assert.Equal("LogModelNotFound,LlmSizing.Commands.CompareEngineLogCommand", session.Run("$args[0] -split [char]10 | Compare-EngineLog", Cache).Error.FullyQualifiedErrorId);
        PSObject row = Row("$args[0] -split [char]10 | Compare-EngineLog -Model llama-3.3-70b -Server dgx-h100 | Where-Object Quantity -EQ kv_tokens", Cache);

        Assert.Equal(244304m, row.Properties["Observed"].Value);
        Assert.Equal("llama-3.3-70b", row.Properties["Model"].Value);
    }

    [Theory]
    [InlineData("hello\nthere\n", "LogSaysNothing")]
    [InlineData("", "LogSaysNothing")]
    [InlineData("non-default args: {'model': '/models/mine', 'seed': 0}\nAvailable KV cache memory: 1.00 GiB\n", "LogModelNotFound")]
    public void A_log_that_cannot_be_compared_is_one_error_and_the_next_is_compared(string text, string id)
    {
        using var folder = new TempFolder();
        string bad = folder.Write("bad.log", text);
        string good = folder.Write("good.log", Log);

        RunResult result = session.Run("Compare-EngineLog $args[0], $args[1]", bad, good);

        Assert.StartsWith(id + ",", result.Error.FullyQualifiedErrorId);
        Assert.NotEmpty(result.Output);
    }

    [Theory]
    [InlineData("/nowhere/*.txt/none.log")]
    [InlineData("/nowhere/none.log")]
    [InlineData("nodrive:/none.log")]
    [InlineData("env:PATH")]
    public void A_path_that_is_no_file_is_an_error_that_says_so(string path)
    {
        RunResult result = session.Run("Compare-EngineLog $args[0]", path);

        Assert.All(result.Errors, error => Assert.StartsWith("LogNotRead,", error.FullyQualifiedErrorId));
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_wrong_model_is_an_error_with_near_misses() =>
        Assert.Contains("llama-3.3-70b", session.Run("$args[0] -split [char]10 | Compare-EngineLog -Model llama-3.3-7b", Cache).Message);

    private PSObject Row(string script, params object?[] arguments) => session.Run(script, arguments).Clean.Single()!;
}
