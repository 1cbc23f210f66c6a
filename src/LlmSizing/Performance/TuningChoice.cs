using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The tuning that a placed model is timed by, and how far it can be trusted.</summary>
public sealed class TuningChoice
{
    /// <summary>The combination of model, GPU and engine was measured.</summary>
    public const string Calibrated = "calibrated";

    /// <summary>The engine was measured on GPUs of the generation, with other models.</summary>
    public const string Transferred = "transferred";

    /// <summary>The engine was not measured on GPUs of the generation: the datasheet's numbers, at the shares that other engines reach.</summary>
    public const string Datasheet = "datasheet";

    private TuningChoice(EngineTuning tuning, string confidence, TuningCase? measured, IReadOnlyList<TuningCase> others)
    {
        Tuning = tuning;
        Confidence = confidence;
        Measured = measured;
        TpotErrorPercent = measured is not null ? measured.TpotPercent : Median(others.Select(one => (one.LeftOutTpotPercent, one.Rows)));
        TtftErrorPercent = measured is not null ? measured.TtftPercent : Median(others.Select(one => (one.LeftOutTtftPercent, one.Rows)));
        Rows = measured?.Rows ?? others.Sum(one => one.Rows);
    }

    /// <summary>The constants.</summary>
    public EngineTuning Tuning { get; }

    /// <summary>calibrated, transferred or datasheet.</summary>
    public string Confidence { get; }

    /// <summary>The measurements of the combination itself, or null.</summary>
    public TuningCase? Measured { get; }

    /// <summary>Median error of TPOT to expect, in percent; null where nothing was measured.</summary>
    public decimal? TpotErrorPercent { get; }

    /// <summary>Median error of TTFT to expect, in percent; null where nothing was measured.</summary>
    public decimal? TtftErrorPercent { get; }

    /// <summary>Measured points that speak for it.</summary>
    public long Rows { get; }

    /// <summary>Chooses the tuning of a placed model.</summary>
    /// <param name="tunings">What the catalog knows.</param>
    /// <param name="plan">Model, server, engine and placement.</param>
    /// <param name="release">The engine's release as it names itself, or null.</param>
    public static TuningChoice Of(IReadOnlyList<Tuning> tunings, NodePlan plan, string? release = null)
    {
        string engine = plan.Deployment.Engine.Name;
        if (engine == "ideal")
        {
            return new TuningChoice(EngineTuning.Ideal, Datasheet, null, []);
        }
        string? generation = GpuGeneration.Of(plan.Server.Gpu);
        Tuning[] found = tunings.Where(tuning => tuning.Covers(engine, generation, release)).OrderBy(tuning => tuning.Width).ToArray();
        var constants = new Dictionary<TuningConstant, double>();
        foreach (KeyValuePair<TuningConstant, double> constant in found.SelectMany(tuning => tuning.Constants))
        {
            constants[constant.Key] = constant.Value;
        }
        // The errors of the narrowest entry that was held against measurements: those of a wider one were of other constants.
        ReadableList<TuningCase> cases = found.LastOrDefault(tuning => tuning is { Engine: not null, GpuGeneration: not null, Cases.Count: > 0 })?.Cases ?? new ReadableList<TuningCase>([]);
        TuningCase? measured = cases.FirstOrDefault(one => one.Gpu == plan.Server.Gpu && one.Model == plan.Model.Name);
        return new TuningChoice(new EngineTuning(constants), measured is not null ? Calibrated : cases.Count > 0 ? Transferred : Datasheet, measured, cases);
    }

    // Weighted by the rows of each case.
    private static decimal? Median(IEnumerable<(decimal? Percent, long Rows)> errors)
    {
        (decimal? Percent, long Rows)[] ordered = errors.Where(error => error.Percent is not null).OrderBy(error => error.Percent).ToArray();
        long half = (ordered.Sum(error => error.Rows) + 1) / 2;
        long seen = 0;
        foreach ((decimal? percent, long rows) in ordered)
        {
            seen += rows;
            if (seen >= half)
            {
                return percent;
            }
        }
        return null;
    }
}
