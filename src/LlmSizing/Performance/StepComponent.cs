using System;

namespace LlmSizing;

/// <summary>One part of a step: its work, its times, and which of them binds.</summary>
public sealed class StepComponent
{
    internal StepComponent(string name, double flops, double bytes, double computeSeconds, double memorySeconds, double communicationSeconds = 0, double launchSeconds = 0)
    {
        Name = name;
        Flops = flops;
        Bytes = bytes;
        ComputeSeconds = computeSeconds;
        MemorySeconds = memorySeconds;
        CommunicationSeconds = communicationSeconds;
        LaunchSeconds = launchSeconds;
    }

    /// <summary>The part: attention, cache, mlp, experts, head, all_reduce, launch and so on.</summary>
    public string Name { get; }

    /// <summary>Floating-point operations on one GPU; of a collective, none.</summary>
    public double Flops { get; }

    /// <summary>Bytes that one GPU reads of its memory; of a collective, those that it sends.</summary>
    public double Bytes { get; }

    /// <summary>Seconds of the arithmetic alone.</summary>
    public double ComputeSeconds { get; }

    /// <summary>Seconds of the memory alone.</summary>
    public double MemorySeconds { get; }

    /// <summary>Seconds of a link.</summary>
    public double CommunicationSeconds { get; }

    /// <summary>Fixed seconds.</summary>
    public double LaunchSeconds { get; }

    /// <summary>Seconds of the part: the larger of arithmetic and memory, and what is not hidden behind them.</summary>
    public double Seconds => Math.Max(ComputeSeconds, MemorySeconds) + CommunicationSeconds + LaunchSeconds;

    /// <summary>compute, memory, communication or launch.</summary>
    public string Bound => CommunicationSeconds > 0 ? "communication" : LaunchSeconds > 0 ? "launch" : ComputeSeconds > MemorySeconds ? "compute" : "memory";

    /// <summary>The part and its milliseconds.</summary>
    public override string ToString() => $"{Name} {NumberText.AsWritten(Math.Round((decimal)Seconds * 1000, 4))} ms, {Bound}";
}
