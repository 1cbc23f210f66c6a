using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>Runs a script in a process in which nothing was loaded before; see Program.</summary>
internal static class FreshProcess
{
    /// <summary>The lines that the script wrote; it must end without an error.</summary>
    public static async Task<string[]> Run(string script, params string[] arguments)
    {
        using var limit = new System.Threading.CancellationTokenSource(TimeSpan.FromMinutes(2));
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using Process process = Process.Start(new ProcessStartInfo(host, [typeof(FreshProcess).Assembly.Location, script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.Equal("", await errors);
        Assert.Equal(0, process.ExitCode);
        return (await output).TrimEnd('\n').Split('\n');
    }
}
