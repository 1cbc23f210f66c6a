using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace LlmSizing;

/// <summary>Ctrl+C, from the signal or from a key that the line editor read.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock gate = new();
    private readonly PosixSignalRegistration registration;
    private Action? stop;

    public Interruption() => registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);

    /// <summary>Whether the pipeline that runs, or ran last, was asked to stop.</summary>
    public bool Requested { get; private set; }

    /// <summary>From here on Ctrl+C calls <paramref name="stopAction"/> instead of ending the process.</summary>
    public void Watch(Action stopAction)
    {
        lock (gate)
        {
            Requested = false;
            stop = stopAction;
        }
    }

    /// <summary>After this no stop is under way any more: what it would stop can be disposed of.</summary>
    public void Unwatch()
    {
        lock (gate) stop = null;
    }

    public void Request()
    {
        lock (gate)
        {
            Requested = true;
            stop?.Invoke();
        }
    }

    /// <summary>Ctrl+C was read on the pipeline's own thread, which ends the pipeline itself: a stop beside it could wait for a pipeline that is gone.</summary>
    public void Note()
    {
        lock (gate) Requested = true;
    }

    public void Dispose() => registration.Dispose();

    // A second Ctrl+C, or one while nothing runs, ends the process: a stuck pipeline must not hold the terminal.
    private void OnSignal(PosixSignalContext context)
    {
        lock (gate)
        {
            if (stop is null || Requested) return;
            context.Cancel = true;
            Request();
        }
    }
}
