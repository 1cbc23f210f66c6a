using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>A row that was resolved: the model on its GPUs, ready to be timed by any tuning.</summary>
public sealed class ThroughputCase
{
    private static readonly Dictionary<string, string> Servers = new()
    {
        ["a100_sxm"] = "hgx-a100-8x80gb",
        ["h100_sxm"] = "hgx-h100-8",
        ["h200_sxm"] = "hgx-h200-8",
        ["b200_sxm"] = "hgx-b200-8",
        ["b300_sxm"] = "hgx-b300-8",
        ["gb200"] = "gb200-nvl72-rack",
        ["gb300"] = "gb300-nvl72-rack",
    };

    private ThroughputCase(ThroughputRow row, NodePlan plan, long batch)
    {
        Row = row;
        Plan = plan;
        Batch = batch;
        Shape = new StepShape(plan);
        MaxPrefillTokens = plan.MaxBatchedTokens;
        long fits = plan.SessionsOf(row.InputTokens + (row.OutputTokens / 2));
        MostRunning = fits > 0 ? fits : long.MaxValue;
    }

    /// <summary>The row.</summary>
    public ThroughputRow Row { get; }

    /// <summary>The placed model.</summary>
    public NodePlan Plan { get; }

    /// <summary>Requests on an attention rank.</summary>
    public long Batch { get; }

    /// <summary>Requests that the cache holds.</summary>
    public long MostRunning { get; }

    /// <summary>The GPU's generation.</summary>
    public string Generation => GpuGeneration.Of(Plan.Server.Gpu) ?? "";

    internal StepShape Shape { get; }

    internal long MaxPrefillTokens { get; }

    /// <summary>The tuning that the catalog has for the case.</summary>
    internal EngineTuning Tuning(IReadOnlyList<Tuning> tunings) => TuningChoice.Of(tunings, Plan, Row.ReleaseName).Tuning;

    /// <summary>Resolves a row; null where its model, GPU or engine is not known.</summary>
    public static ThroughputCase? Of(ThroughputRow row, Catalog catalog)
    {
        if (ModelSearch.Find(row.Model, catalog.Models) is not { Model: Model model } match || EngineList.Find(row.Engine) is not Engine engine
            || !Servers.TryGetValue(row.Gpu, out string? name) || catalog.FindServer(name) is not Server server)
        {
            return null;
        }
        (Placement placement, long batch) = RowPlacement.Of(row);
        var deployment = new Deployment(engine, null, Calibration.Resolve(catalog.Calibrations, engine), QuantizationOf(row, model, match.Quantization));
        KvPrecision? cache = KvOf(row);
        var requirements = new Requirements(batch, row.InputTokens + row.OutputTokens, cache);
        return new ThroughputCase(row, new NodePlan(deployment.Quantization.Apply(model), model, server, requirements, deployment, placement), batch);
    }

    /// <summary>Times the row.</summary>
    public SteadyState Predict(EngineTuning tuning) =>
        new(new StepTimes(Shape, tuning, MaxPrefillTokens), Batch, Row.InputTokens, Row.OutputTokens, MostRunning);

    // A model that is published in the row's bits runs as it is.
    private static Quantization QuantizationOf(ThroughputRow row, Model model, string? named)
    {
        int published = BitsOf(model.Architecture!.Loaded.GroupBy(matrix => matrix.Format.Name).OrderByDescending(group => group.Sum(matrix => matrix.Bytes)).First().Key);
        string asked = row.DenseFormat.Length > 0 ? row.DenseFormat : row.Precision.Length > 0 ? row.Precision : named ?? "";
        string name = asked switch
        {
            "fp8" when published == 16 => "fp8",
            "fp8_block" when published == 16 => "fp8_block",
            "nvfp4" or "fp4" when published > 4 || model.Architecture.Loaded.Any(matrix => matrix.Format.Name.StartsWith("int4", System.StringComparison.Ordinal)) => "nvfp4",
            "int4_wo" when published > 4 => "int4_g128",
            "bf16" when published < 16 => "bf16",
            _ => "published",
        };
        return QuantizationList.Find(name)!;
    }

    // The rows do not say how the cache is stored: 8 bits beside weights of 8 or 4, as the engines' published recipes run them.
    private static KvPrecision? KvOf(ThroughputRow row) => row.Precision is "fp8" or "fp4" ? KvPrecision.Find("fp8") : null;

    private static int BitsOf(string format) => format switch { "fp32" or "bf16" or "fp16" => 16, _ when format.Contains('8') => 8, _ => 4 };
}
