using System;

namespace LlmSizing;

/// <summary>Who looks on while a simulation runs. Both are asked every few thousand events.</summary>
public sealed class SimulationWatch
{
    /// <summary>Creates the watch.</summary>
    /// <param name="isStopped">Whether the simulation is to end without a result.</param>
    /// <param name="progress">Told how many requests have ended, and the seconds of simulated time.</param>
    public SimulationWatch(Func<bool>? isStopped = null, Action<long, double>? progress = null)
    {
        IsStopped = isStopped;
        Progress = progress;
    }

    /// <summary>Whether the simulation is to end without a result; null for never.</summary>
    public Func<bool>? IsStopped { get; }

    /// <summary>Told how many requests have ended, and the seconds of simulated time; null for nobody.</summary>
    public Action<long, double>? Progress { get; }
}
