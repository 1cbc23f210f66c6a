using System.Linq;

namespace LlmSizing;

/// <summary>The names that a sentence about a placed model may use in braces, and their text.</summary>
internal static class PlanText
{
    /// <summary>The text of a name, or null where the placement has none of it.</summary>
    public static string? Find(NodePlan plan, string name) => name switch
    {
        "placement" => plan.Placement.ToString(),
        "engine" => plan.Deployment.Engine.Name,
        "engine_version" => plan.Deployment.EngineVersion.ToString(),
        "quantization" => plan.Deployment.Quantization.Name,
        "quantization_engines" => string.Join(", ", plan.Deployment.Quantization.Engines ?? Enumerable.Empty<string>()),
        "weight_format" => FormatWithoutUnits(plan) ?? MainFormat(plan),
        "tensor_parallel" => NumberText.Plain(plan.Placement.TensorParallel),
        "pipeline_parallel" => NumberText.Plain(plan.Placement.PipelineParallel),
        "data_parallel" => NumberText.Plain(plan.Placement.DataParallel),
        "gpus_per_replica" => NumberText.Plain(plan.Layout.GpusPerReplica),
        "replicas_per_node" => NumberText.Plain(plan.Layout.ReplicasPerNode),
        "nodes_per_replica" => NumberText.Plain(plan.Layout.NodesPerReplica),
        "idle_gpus" => NumberText.Plain(plan.Layout.IdleGpus),
        "busy_gpus" => NumberText.Plain(plan.Layout.BusyGpus),
        "gpu_gib" => Gib(plan.GpuBytes),
        "gpu_marketed_gib" => Gib(plan.Server.HbmTotalBytes / plan.Server.Gpus),
        "stored_weights_gib" => Gib(plan.WeightBytes),
        "weights_per_gpu_gib" => Gib(plan.WeightsPerGpuBytes),
        "binding_weights_gib" => Gib(plan.Binding.Memory.WeightBytes),
        "overhead_per_gpu_gib" => Gib(plan.OverheadPerGpuBytes),
        "kv_per_gpu_gib" => Gib(plan.KvPerGpuBytes),
        "kv_per_session_per_gpu_gib" => Gib(plan.Binding.SessionBytes),
        "shortfall_gib" => Gib(plan.ShortfallBytes),
        "pipeline_stage" => NumberText.Plain(plan.Binding.Shard.Stage.Index),
        "longest_context" => NumberText.Plain(plan.LongestContext()),
        "replicated_gib" => Gib(plan.ReplicatedSessionBytes),
        "uneven_layers" => NumberText.Plain(plan.UnevenLayers),
        "nvlink_domain_gpus" => NumberText.Plain(System.Math.Min(plan.Server.Gpus, plan.Server.NvlinkDomainGpus ?? plan.Server.Gpus)),
        _ => null,
    };

    /// <summary>The format of most of the weights, where the GPU is known not to compute in its number type; else null.</summary>
    public static string? FormatWithoutUnits(NodePlan plan)
    {
        string format = MainFormat(plan);
        bool? hasUnits = format switch
        {
            "fp8" or "fp8_channel" or "fp8_row" or "fp8_block" or "mxfp8" => plan.Server.Fp8Units,
            // A GPU without FP8 units is older than one with FP4 units.
            "mxfp4" or "nvfp4" => plan.Server.Fp8Units,
            "int8" => plan.Server.Int8Units,
            _ => null,
        };
        return hasUnits == false ? format : null;
    }

    private static string MainFormat(NodePlan plan) =>
        plan.Model.Architecture?.Loaded.GroupBy(matrix => matrix.Format.Name).OrderByDescending(group => group.Sum(matrix => matrix.Bytes)).FirstOrDefault()?.Key ?? "";

    private static string Gib(long bytes) => NumberText.Gib(bytes, 2);
}
