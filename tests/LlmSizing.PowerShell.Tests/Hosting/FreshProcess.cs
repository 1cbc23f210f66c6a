using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>Runs a script in a process in which nothing was loaded before; see Program.</summary>
internal static class FreshProcess
{
    /// <summary>The lines that the script wrote; it must end without an error.</summary>
    public static Task<string[]> Run(string script, params string[] arguments) => RunWith([], script, arguments);

    /// <summary>The same with environment variables of its own.</summary>
    public static async Task<string[]> RunWith(Dictionary<string, string?> variables, string script, params string[] arguments)
    {
        using var limit = new System.Threading.CancellationTokenSource(TimeSpan.FromMinutes(2));
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [typeof(FreshProcess).Assembly.Location, script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in variables)
        {
            start.Environment[name] = value;
        }
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.Equal("", await errors);
        Assert.Equal(0, process.ExitCode);
        return (await output).TrimEnd('\n').Split('\n');
    }
}
