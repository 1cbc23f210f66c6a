using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What an engine's start-up log says: its settings, and the memory that each rank found.</summary>
public sealed class EngineLog
{
    /// <summary>Creates a log of what was read.</summary>
    /// <param name="engine">The engine's name, or null where no line is an engine's.</param>
    /// <param name="observations">What was printed.</param>
    /// <param name="settings">The settings; a later one of the same name holds.</param>
    /// <param name="lines">Lines that were read.</param>
    public EngineLog(string? engine, IReadOnlyList<LogObservation> observations, IReadOnlyList<LogSetting> settings, long lines = 0)
    {
        Engine = engine;
        Observations = new ReadableList<LogObservation>(observations);
        Settings = new ReadableList<LogSetting>(settings);
        Lines = lines;
    }

    /// <summary>vllm, sglang, llama.cpp or tensorrt-llm; null where no line is an engine's.</summary>
    public string? Engine { get; }

    /// <summary>What was printed, in the order of the lines.</summary>
    public ReadableList<LogObservation> Observations { get; }

    /// <summary>The settings.</summary>
    public ReadableList<LogSetting> Settings { get; }

    /// <summary>Lines that were read.</summary>
    public long Lines { get; }

    /// <summary>Reads a log.</summary>
    public static EngineLog Parse(IEnumerable<string> lines)
    {
        var reader = new EngineLogReader();
        foreach (string line in lines)
        {
            reader.Read(line);
        }
        return reader.Finish();
    }

    /// <summary>What a setting is, or null where the log does not say.</summary>
    public string? Setting(string name) => Settings.LastOrDefault(setting => setting.Name == name)?.Value;

    /// <summary>The rank that limits the engine, and how far the others are; null where the quantity was not printed.</summary>
    /// <remarks>Buffers of the host do not limit a GPU: they count only where there is no other.</remarks>
    public LogReading? Worst(LogQuantity quantity)
    {
        LogObservation[] all = Observations.Where(observation => observation.Quantity == quantity).ToArray();
        LogObservation[] devices = all.Where(observation => !IsHost(observation.Rank)).ToArray();
        return all.Length == 0 ? null : new LogReading(devices.Length > 0 ? devices : all);
    }

    /// <summary>The engine and what it printed in short.</summary>
    public override string ToString() => $"{Engine ?? "no engine"}: {NumberText.Plain(Observations.Count)} observations in {NumberText.Plain(Lines)} lines";

    private static bool IsHost(string rank) => rank.StartsWith("CPU", StringComparison.Ordinal) || rank.EndsWith("_Host", StringComparison.Ordinal);
}

/// <summary>A quantity over the ranks that printed it.</summary>
public sealed class LogReading
{
    internal LogReading(IReadOnlyList<LogObservation> ranks)
    {
        LogObservation[] ordered = ranks.OrderBy(observation => observation.Value).ToArray();
        Smallest = ordered[0].Value;
        Largest = ordered[ordered.Length - 1].Value;
        Worst = ranks[0].Quantity.WorstIsLargest ? ordered[ordered.Length - 1] : ordered[0];
        Ranks = ranks.Count;
    }

    /// <summary>What the limiting rank printed.</summary>
    public LogObservation Worst { get; }

    /// <summary>The smallest value of a rank.</summary>
    public decimal Smallest { get; }

    /// <summary>The largest value of a rank.</summary>
    public decimal Largest { get; }

    /// <summary>Values that were printed.</summary>
    public int Ranks { get; }
}
