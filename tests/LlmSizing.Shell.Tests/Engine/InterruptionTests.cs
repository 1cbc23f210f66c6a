using System;
using System.Diagnostics;
using System.Text;
using Xunit;

namespace LlmSizing.Tests;

public sealed class InterruptionTests(FixtureModule module) : IClassFixture<FixtureModule>
{
    [SkippableTheory]
    [InlineData("'ready'; while ($true) { }", "ready\n")]
    [InlineData("'ready'; 1..2000000000 | ForEach-Object { } ", "ready\n")]
    [InlineData("'ready'; sleep 600", "ready\n")]
    [InlineData("try { 'ready'; while ($true) { } } finally { $Host.UI.WriteLine('cleaned up') }", "ready\ncleaned up\n")]
    public void Ctrl_C_stops_the_pipeline_at_once_with_130(string pipeline, string expected)
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals to another process are sent with kill.");
        using var process = new ShellProcess(module, pipeline).Start();
        var error = ShellProcess.ReadAll(process.StandardError.BaseStream);
        var output = process.StandardOutput;
        var text = new StringBuilder().Append(output.ReadLine()).Append('\n');

        var watch = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) kill.WaitForExit();
        var rest = output.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)), "It still runs 20 s after Ctrl+C.");

        text.Append(rest.Result);
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(expected, text.ToString());
        Assert.Equal(string.Empty, Encoding.UTF8.GetString(error.Result));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }

    [SkippableFact]
    public void A_reader_that_goes_away_ends_an_endless_pipeline()
    {
        Skip.If(OperatingSystem.IsWindows(), "A closed pipe is noticed on Unix only.");
        using var process = new ShellProcess(module, "while ($true) { try { 'line' } catch { 'never caught' } }").Start();
        var error = ShellProcess.ReadAll(process.StandardError.BaseStream);
        Assert.Equal("line", process.StandardOutput.ReadLine());
        process.StandardOutput.Close();

        Assert.True(process.WaitForExit(ShellProcess.Patience), "It still writes although nobody reads.");
        Assert.Equal(141, process.ExitCode);
        Assert.Equal(string.Empty, Encoding.UTF8.GetString(error.Result));
    }
}
