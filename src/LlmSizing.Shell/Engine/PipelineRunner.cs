using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace LlmSizing;

/// <summary>Runs one pipeline or script to its end and says how it ended.</summary>
internal sealed class PipelineRunner(EngineSession session, Interruption interruption)
{
    // The engine leaves a native command's standard output alone when what follows goes by this name.
    private static readonly CmdletInfo Sink = new("Out-Default", typeof(OutConsoleCommand));

    private bool failed;
    private bool lastSucceeded;

    /// <summary>Runs the text; the caller has seen that it parses.</summary>
    /// <returns>One of <see cref="ExitCodes"/>, or what <c>exit</c> said.</returns>
    public int Run(string text, bool addToHistory = false)
    {
        Invoke(text, addToHistory);

        // A native command writes no error record; like pwsh, its failure as the last command is the pipeline's.
        failed |= !lastSucceeded && LastExitCode() != 0;
        return ExitCode();
    }

    /// <summary>Runs a script file with its arguments.</summary>
    /// <returns>One of <see cref="ExitCodes"/>, or what <c>exit</c> said.</returns>
    public int RunFile(string path, IReadOnlyList<string> arguments)
    {
        Invoke(ScriptCall.Text(path, arguments), addToHistory: false);

        // The call of a script fails by nothing but its "exit n"; native commands inside it leave "$?" alone.
        return !lastSucceeded && LastExitCode() != 0 ? LastExitCode() : ExitCode();
    }

    private void Invoke(string text, bool addToHistory)
    {
        failed = false;
        lastSucceeded = true;
        using var shell = PowerShell.Create(session.Runspace);
        shell.AddScript(text, useLocalScope: false);
        shell.AddCommand(Sink).AddParameter(nameof(OutConsoleCommand.Ended), (Action<bool>)(succeeded => lastSucceeded = succeeded));
        shell.Streams.Error.DataAdded += (_, _) =>
        {
            foreach (var record in shell.Streams.Error.ReadAll()) Report(record);
        };
        ForgetWhatTheHostHasShown(shell.Streams);

        interruption.Watch(() => shell.BeginStop(null, null));
        try
        {
            shell.Invoke(null, new PSInvocationSettings { AddToHistory = addToHistory });
        }
        catch (PipelineStoppedException)
        {
            failed = true;
        }
        catch (InvalidPowerShellStateException) when (interruption.Requested)
        {
            // Ctrl+C came before the pipeline had begun.
            failed = true;
        }
        catch (RuntimeException e)
        {
            Report(e.ErrorRecord);
        }
        finally
        {
            interruption.Unwatch();
            session.UI.Progress.Clear();
        }
    }

    private void Report(ErrorRecord record)
    {
        if (ErrorText.OfNativeCommand(record) is { } line)
        {
            session.UI.WriteNativeErrorLine(line);
            return;
        }

        failed = true;
        session.UI.WriteErrorLine(ErrorText.Of(record));
    }

    private int ExitCode() =>
        session.Host.ExitCode
        ?? (interruption.Requested ? ExitCodes.Interrupted
            : session.UI.OutputClosed ? ExitCodes.OutputClosed
            : failed ? ExitCodes.Failed
            : ExitCodes.Success);

    private int LastExitCode() => session.Runspace.SessionStateProxy.GetVariable("LASTEXITCODE") as int? ?? 0;

    // The host wrote these records already; kept, a long run's progress and verbose records would fill the memory.
    private static void ForgetWhatTheHostHasShown(PSDataStreams streams)
    {
        static void Clear(object? records, DataAddedEventArgs e) => ((IList)records!).Clear();
        streams.Warning.DataAdded += Clear;
        streams.Verbose.DataAdded += Clear;
        streams.Debug.DataAdded += Clear;
        streams.Progress.DataAdded += Clear;
        streams.Information.DataAdded += Clear;
    }
}
