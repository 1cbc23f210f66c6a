using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>
/// Tunings as points: each constant is a common value, moved by the engine and by the GPU generation. Few cases of a combination leave it near the common value;
/// a combination without cases has the sum of what is known of its engine and of its generation (partial pooling, Gelman and Hill 2006, chapter 12).
/// </summary>
internal sealed class TuningSpace
{
    private readonly string[] engines;
    private readonly string[] generations;
    private readonly int constants = TuningConstants.All.Count;

    /// <summary>The constants that a release moves.</summary>
    public static readonly TuningConstant[] ByRelease = [TuningConstants.Decode, TuningConstants.Prefill, TuningConstants.Burst, TuningConstants.Request];
    private readonly string[] releases;

    public TuningSpace(IEnumerable<string> engines, IEnumerable<string> generations, IEnumerable<string> releases)
    {
        this.releases = [.. releases];
        this.engines = [.. engines];
        this.generations = [.. generations];
    }

    /// <summary>Coordinates of a point.</summary>
    public int Size => Releases + (ByRelease.Length * releases.Length);

    private int Releases => constants * (1 + engines.Length + generations.Length);

    /// <summary>Whether a coordinate is a deviation, held near 0.</summary>
    public bool IsDeviation(int coordinate) => coordinate >= constants;

    /// <summary>Whether a coordinate is a release's.</summary>
    public bool IsRelease(int coordinate) => coordinate >= Releases;

    /// <summary>Whether a coordinate moves the tuning of a case.</summary>
    public bool Moves(int coordinate, string engine, string generation, string release)
    {
        if (coordinate >= Releases)
        {
            return releases[(coordinate - Releases) / ByRelease.Length] == release;
        }
        int place = coordinate / constants;
        return place == 0 || (place <= engines.Length ? engines[place - 1] == engine : generations[place - 1 - engines.Length] == generation);
    }

    /// <summary>The point from which a fit starts: half of every datasheet number, a few microseconds.</summary>
    public double[] Start()
    {
        var point = new double[Size];
        foreach (TuningConstant constant in TuningConstants.All)
        {
            point[constant.Index] = ToCoordinate(constant, StartOf(constant));
        }
        return point;
    }

    /// <summary>The tuning of an engine on a generation; null for one that is not known.</summary>
    public EngineTuning Tuning(double[] point, string? engine, string? generation, string? release = null)
    {
        int byRelease = Array.IndexOf(releases, release);
        int byEngine = Array.IndexOf(engines, engine);
        int byGeneration = Array.IndexOf(generations, generation);
        return new EngineTuning(TuningConstants.All.Select(constant =>
        {
            double coordinate = point[constant.Index];
            coordinate += byEngine < 0 ? 0 : point[((1 + byEngine) * constants) + constant.Index];
            coordinate += byGeneration < 0 ? 0 : point[((1 + engines.Length + byGeneration) * constants) + constant.Index];
            int moved = Array.IndexOf(ByRelease, constant);
            if (constant == TuningConstants.Decode || constant == TuningConstants.Prefill)
            {
                coordinate = 0;
            }
            coordinate += moved < 0 || byRelease < 0 ? 0 : point[Releases + (ByRelease.Length * byRelease) + moved];
            return KeyValuePair.Create(constant, ToValue(constant, coordinate));
        }));
    }

    private static double StartOf(TuningConstant constant) => constant.Name switch
    {
        "step_us" => 1000,
        "layer_us" => 20,
        "collective_us" => 8,
        "expert_layer_us" or "state_layer_us" or "latent_layer_us" or "prefill_layer_us" => 10,
        "sequence_us" => 10,
        "activation_ps" => 10,
        "prefill_step_us" => 1000,
        "request_us" => 20_000,
        "expert_imbalance_ratio" => 0.2,
        "burst_ratio" => 0.05,
        "request_layer_us" => 200,
        "queue_steps" => 0.5,
        "rank_steps" => 5,
        "interference_ratio" or "prompt_latency_factor" or "decode_factor" or "prefill_factor" => 1,
        _ => 0.5,
    };

    // Ratios stay below 1 by a logistic curve, the others above 0 by an exponential.
    private static double ToValue(TuningConstant constant, double coordinate) => IsShare(constant)
        ? Math.Clamp(1 / (1 + Math.Exp(-coordinate)), constant.Least, constant.Most)
        : Math.Clamp(Math.Exp(coordinate), constant.Least, constant.Most);

    private static double ToCoordinate(TuningConstant constant, double value) => IsShare(constant) ? Math.Log(value / (1 - value)) : Math.Log(value);

    private static bool IsShare(TuningConstant constant) => constant.Unit == "ratio" && (constant.Most == 1 || constant == TuningConstants.Burst);
}
