using System;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace LlmSizing.Benchmarks;

/// <summary>The real engine in this process, with the floor cmdlet beside the module's.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace runspace;

    public Engine()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.Commands.Add(new SessionStateCmdletEntry("Write-Floor", typeof(WriteFloorCommand), null));
        runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
    }

    /// <summary>An engine that has imported the staged module.</summary>
    public static Engine WithModule()
    {
        var engine = new Engine();
        engine.Import(StagedModule.Manifest);
        return engine;
    }

    public void Import(string manifest) => Run($"Import-Module -Name '{manifest}'");

    /// <summary>Runs a script; an error in it is an error here.</summary>
    public Collection<PSObject> Run(string script)
    {
        using PowerShell shell = Create(script);
        Collection<PSObject> output = shell.Invoke();
        return shell.HadErrors ? throw new InvalidOperationException($"{script}: {shell.Streams.Error[0]}") : output;
    }

    /// <summary>CPU milliseconds that a script takes.</summary>
    public double CpuMilliseconds(string script) => Measure.CpuMilliseconds(() => Run(script));

    /// <summary>CPU milliseconds to complete the end of a line.</summary>
    public double CompletionCpuMilliseconds(string line, int atLeast)
    {
        using PowerShell shell = Create(null);
        CommandCompletion completion = null!;
        double elapsed = Measure.CpuMilliseconds(() => completion = CommandCompletion.CompleteInput(line, line.Length, null, shell));
        return completion.CompletionMatches.Count >= atLeast
            ? elapsed
            : throw new InvalidOperationException($"'{line}' has {completion.CompletionMatches.Count} completions.");
    }

    public PowerShell Create(string? script)
    {
        var shell = PowerShell.Create(runspace);
        return script is null ? shell : shell.AddScript(script);
    }

    public void Dispose() => runspace.Dispose();
}
