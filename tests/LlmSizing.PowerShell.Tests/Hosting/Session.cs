using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace LlmSizing.Tests;

/// <summary>
/// A runspace of the real engine with the staged module imported. Pipelines run on the test's own thread, and so in its culture.
/// </summary>
public sealed class Session : IDisposable
{
    private readonly Runspace runspace;

    /// <summary>What xunit creates once for a class.</summary>
    public Session() : this(Repository.Manifest)
    {
    }

    internal Session(string? module, RecordingHost? host = null, Action<InitialSessionState>? prepare = null)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (module is not null)
        {
            state.ImportPSModule(module);
        }
        prepare?.Invoke(state);
        Host = host ?? new RecordingHost();
        runspace = RunspaceFactory.CreateRunspace(Host, state);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
    }

    internal RecordingHost Host { get; }

    internal Runspace Runspace => runspace;

    /// <summary>Runs a script; it finds the arguments in <c>$args</c>.</summary>
    internal RunResult Run(string script, params object?[] arguments)
    {
        using PowerShell shell = Shell(script, arguments);
        var output = new PSDataCollection<PSObject?>();
        ErrorRecord[] terminating = [];
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException error)
        {
            terminating = [error.ErrorRecord];
        }
        return new RunResult(
            [.. output], [.. shell.Streams.Error, .. terminating], [.. shell.Streams.Verbose.Select(record => record.Message)]);
    }

    /// <summary>A script ready to run.</summary>
    internal PowerShell Shell(string script, params object?[] arguments)
    {
        PowerShell shell = PowerShell.Create(runspace).AddScript(script);
        foreach (object? argument in arguments)
        {
            shell.AddArgument(argument);
        }
        return shell;
    }

    /// <summary>Closes the runspace.</summary>
    public void Dispose() => runspace.Dispose();
}
