using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace LlmSizing.Tests;

/// <summary>The built shell, run as an operator runs it: as a process with redirected streams.</summary>
public sealed class ShellProcess
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string[] arguments;

    public ShellProcess(FixtureModule? module, params string[] arguments)
    {
        this.arguments = arguments;
        if (module is null) return;
        Environment["LLMSIZING_MODULE"] = module.Folder;
        WorkingFolder = module.Scratch.FullName;
    }

    /// <summary>The program: the assembly that this test project references.</summary>
    public static string Program => typeof(ShellArguments).Assembly.Location;

    /// <summary>Variables to set; null removes one.</summary>
    public Dictionary<string, string?> Environment { get; } = new()
    {
        ["LANG"] = "C.UTF-8", ["LC_ALL"] = null, ["NO_COLOR"] = null, ["LLMSIZING_MODULE"] = null, ["LLMSIZING_CATALOG_PATH"] = null,
    };

    public string WorkingFolder { get; init; } = Path.GetTempPath();

    public string StandardInput { get; init; } = string.Empty;

    /// <summary>Runs a pipeline with the fixture's module.</summary>
    public static ShellResult Run(FixtureModule module, string pipeline) => new ShellProcess(module, pipeline).Run();

    /// <summary>Runs to the end; a run that does not end is a failure of the test.</summary>
    public ShellResult Run()
    {
        using var process = Start();
        var output = ReadAll(process.StandardOutput.BaseStream);
        var error = ReadAll(process.StandardError.BaseStream);
        process.StandardInput.Write(StandardInput);
        process.StandardInput.Close();
        return Finish(process, output, error);
    }

    /// <summary>Starts it and gives the process; standard input stays open.</summary>
    public Process Start()
    {
        // A test host started in the background ignores SIGINT, and so would what it starts.
        var start = OperatingSystem.IsLinux() ? new ProcessStartInfo("env", ["--default-signal=INT", "dotnet"]) : new ProcessStartInfo("dotnet");
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(false);
        start.WorkingDirectory = WorkingFolder;
        foreach (var (name, value) in Environment)
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The shell did not start.");
    }

    public static ShellResult Finish(Process process, Task<byte[]> output, Task<byte[]> error)
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The shell still ran after {Patience}.");
        }

        return new ShellResult(process.ExitCode, output.GetAwaiter().GetResult(), Encoding.UTF8.GetString(error.GetAwaiter().GetResult()));
    }

    public static async Task<byte[]> ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy).ConfigureAwait(false);
        return copy.ToArray();
    }
}

/// <summary>What a run left.</summary>
public sealed record ShellResult(int ExitCode, byte[] Output, string Error)
{
    public string Text => Encoding.UTF8.GetString(Output);
}
