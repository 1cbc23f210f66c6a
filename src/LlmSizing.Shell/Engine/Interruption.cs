using System;
using System.Runtime.InteropServices;

namespace LlmSizing;

/// <summary>Ctrl+C, from the signal or from a key that the line editor read.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly PosixSignalRegistration registration;
    private volatile Action? stop;

    public Interruption() => registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);

    /// <summary>Whether the pipeline that runs, or ran last, was asked to stop.</summary>
    public bool Requested { get; private set; }

    /// <summary>From here on Ctrl+C calls <paramref name="stopAction"/> instead of ending the process.</summary>
    public void Watch(Action stopAction)
    {
        Requested = false;
        stop = stopAction;
    }

    public void Unwatch() => stop = null;

    public void Request()
    {
        Requested = true;
        stop?.Invoke();
    }

    public void Dispose() => registration.Dispose();

    // A second Ctrl+C, or one while nothing runs, ends the process: a stuck pipeline must not hold the terminal.
    private void OnSignal(PosixSignalContext context)
    {
        if (stop is null || Requested) return;
        context.Cancel = true;
        Request();
    }
}
