using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>The shell on a terminal of 100 columns, which <c>script</c> of util-linux lends.</summary>
public sealed class PseudoTerminal : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder screen = new();
    private readonly Task reading;

    private PseudoTerminal(Process process)
    {
        this.process = process;
        reading = Task.Run(Read);
    }

    /// <summary>Everything written so far, escape sequences included.</summary>
    public string Raw
    {
        get
        {
            lock (screen) return screen.ToString();
        }
    }

    public static PseudoTerminal Open(FixtureModule module, string? term, bool noColour, params string[] arguments)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Found("script") && Found("stty"), "No 'script' of util-linux here: nothing lends a pseudo terminal.");
        var command = string.Join(' ', new[] { "dotnet", ShellProcess.Program }.Concat(arguments).Select(Quoted));
        var start = new ProcessStartInfo("script", ["-qec", "stty cols 100 rows 30; exec " + command, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = module.Scratch.FullName,
        };
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["TERM"] = term ?? "xterm";
        start.Environment["SHELL"] = "/bin/sh";
        start.Environment["LLMSIZING_MODULE"] = module.Folder;
        start.Environment.Remove("NO_COLOR");
        if (noColour) start.Environment["NO_COLOR"] = "1";
        return new PseudoTerminal(Process.Start(start) ?? throw new InvalidOperationException("No terminal started."));
    }

    public void Send(string keys)
    {
        process.StandardInput.Write(keys);
        process.StandardInput.Flush();
    }

    /// <summary>Waits until the text appears after what was there at the last call, and gives what was written up to it.</summary>
    public string WaitFor(string text)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < ShellProcess.Patience)
        {
            lock (screen)
            {
                var at = screen.ToString().IndexOf(text, seen, StringComparison.Ordinal);
                if (at >= 0)
                {
                    var passed = screen.ToString()[seen..(at + text.Length)];
                    seen = at + text.Length;
                    return passed;
                }
            }

            Thread.Sleep(20);
        }

        throw new TimeoutException($"'{text}' did not appear. The terminal shows:\n{Raw}");
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public int WaitForExit()
    {
        if (!process.WaitForExit(ShellProcess.Patience)) throw new TimeoutException("The shell did not leave. The terminal shows:\n" + Raw);
        reading.Wait(ShellProcess.Patience);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private int seen;

    private void Read()
    {
        var buffer = new char[4096];
        int count;
        while ((count = process.StandardOutput.Read(buffer)) > 0)
            lock (screen) screen.Append(buffer, 0, count);
    }

    private static bool Found(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Quoted(string argument) => "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
