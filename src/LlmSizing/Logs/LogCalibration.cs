using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LlmSizing;

/// <summary>Constants of an engine as one start-up log shows them: with them the prediction of that start is what it printed.</summary>
public static class LogCalibration
{
    // A single start says nothing of how far another lies off.
    private const decimal ErrorPercent = 50;
    private const int Places = 6;

    /// <summary>Takes the constants of a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="run">How its engine was started, with the calibration that is corrected.</param>
    /// <param name="name">The name of the new calibration.</param>
    /// <exception cref="SizingException">The log prints nothing that a constant of the engine stands for, or the start cannot be predicted.</exception>
    public static Calibration Of(EngineLog log, LogRun run, string name)
    {
        if (run.Calibration is not Calibration measured)
        {
            throw new SizingException("Calibrate", $"{run.Engine.Name} has no constants to calibrate.");
        }
        EngineMemory memory = run.Predict(run.Bytes(LogQuantity.Weights));
        var found = new List<CalibrationConstant>();
        if (log.Worst(LogQuantity.Activation) is not null)
        {
            found.AddRange(Activation(log, run, measured, memory));
        }
        Add(found, log, measured, LogQuantity.NonTorch, memory.NonTorchBytes, run.Placement.TensorParallel == 1
            ? [CalibrationNames.NonTorchGib]
            : [CalibrationNames.NvlinkParallelGib, CalibrationNames.ParallelGib]);
        Add(found, log, measured, memory.IsGraphInBudget ? LogQuantity.GraphsEstimated : LogQuantity.Graphs, memory.GraphBytes, [CalibrationNames.GraphBaseGib]);
        if (found.Count == 0)
        {
            throw new SizingException("Calibrate", $"The log prints none of activation, non-torch and graph memory, which are what the constants of {run.Engine.Name} stand for: start it with debug logs.");
        }
        var info = new EntryInfo(name, references: [$"start-up log of {memory.Model}, {memory.Placement}, {run.Engine.Name} {memory.EngineVersion}"], estimate: "measured on one start");
        return new Calibration(info, run.Engine.Name, LogRun.VersionOf(log), found);
    }

    // What the base cannot make up for is a matter of the sampler, the largest part.
    private static IEnumerable<CalibrationConstant> Activation(EngineLog log, LogRun run, Calibration measured, EngineMemory memory)
    {
        LogReading seen = log.Worst(LogQuantity.Activation)!;
        decimal corrected = measured[CalibrationNames.ActivationBaseGib].Value + seen.Worst.Value - Gib(memory.ActivationBytes);
        yield return Constant(CalibrationNames.ActivationBaseGib, Math.Max(0, corrected), seen);
        if (corrected < 0)
        {
            var info = new EntryInfo(measured.Name);
            CalibrationConstant[] without = measured.Constants.Select(constant => constant.Name == CalibrationNames.ActivationBaseGib ? Constant(constant.Name, 0, seen) : constant).ToArray();
            long rest = run.With(new Calibration(info, measured.Engine, measured.EngineVersion, without)).Predict(run.Bytes(LogQuantity.Weights)).ActivationBytes;
            yield return Constant(CalibrationNames.SamplerBytesPerLogit, measured[CalibrationNames.SamplerBytesPerLogit].Value * seen.Worst.Value / Gib(rest), seen);
        }
    }

    private static void Add(List<CalibrationConstant> found, EngineLog log, Calibration measured, LogQuantity quantity, long predicted, string[] names)
    {
        if (log.Worst(quantity) is LogReading seen)
        {
            found.AddRange(names.Where(name => measured.Find(name) is not null)
                .Select(name => Constant(name, Math.Max(0, measured[name].Value + seen.Worst.Value - Gib(predicted)), seen)));
        }
    }

    private static CalibrationConstant Constant(string name, decimal value, LogReading seen) => new(
        name, decimal.Round(value, Places), ErrorPercent, 1, $"{seen.Worst.Value.ToString(CultureInfo.InvariantCulture)} GiB in line {NumberText.Plain(seen.Worst.Line)} of the log");

    private static decimal Gib(long bytes) => (decimal)bytes / ByteUnits.GiB;
}
