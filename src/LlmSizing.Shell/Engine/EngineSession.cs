using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace LlmSizing;

/// <summary>The real engine with the module imported.</summary>
internal sealed class EngineSession : IDisposable
{
    private const string ModulePathVariable = "PSModulePath";

    private EngineSession(Runspace runspace, ShellHost host, ShellHostUI ui)
    {
        Runspace = runspace;
        Host = host;
        UI = ui;
    }

    public Runspace Runspace { get; }

    public ShellHost Host { get; }

    public ShellHostUI UI { get; }

    /// <exception cref="RuntimeException">The module does not import.</exception>
    public static EngineSession Open(ShellHostUI ui, string manifest, bool colour)
    {
        // The folder above the module, so that Import-Module LlmSizing finds it by name from anywhere.
        var modules = Path.GetDirectoryName(Path.GetDirectoryName(manifest));
        var others = Environment.GetEnvironmentVariable(ModulePathVariable);
        Environment.SetEnvironmentVariable(
            ModulePathVariable,
            string.IsNullOrEmpty(others) ? modules : modules + Path.PathSeparator + others);

        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([manifest]);

        // What pwsh's installation sets on Windows; without it a host may run no script and load no views there.
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;

        var host = new ShellHost(ui);
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        try
        {
            runspace.ThreadOptions = PSThreadOptions.ReuseThread;
            runspace.Open();
            if (runspace.SessionStateProxy.GetVariable("PSStyle") is PSStyle style)
                style.OutputRendering = colour ? OutputRendering.Host : OutputRendering.PlainText;
            return new EngineSession(runspace, host, ui);
        }
        catch
        {
            runspace.Dispose();
            throw;
        }
    }

    public void Dispose() => Runspace.Dispose();
}
