using System.Collections.Generic;

namespace LlmSizing;

internal static class PlacementFacts
{
    public static IEnumerable<InputFact> Of(NodePlan plan) =>
    [
        new("placement", plan.Placement.ToString()),
        new("engine", $"{plan.Deployment.Engine.Name} {plan.Deployment.EngineVersion}"),
        new("quantization", plan.Deployment.Quantization.Name),
        new("gpu_gib", NumberText.Gib(plan.GpuBytes, 2) + " GiB"),
        new("gpus_per_replica", NumberText.Grouped(plan.Layout.GpusPerReplica)),
        plan.Layout.IsSpread
            ? new("nodes_per_replica", NumberText.Grouped(plan.Layout.NodesPerReplica))
            : new("replicas_per_node", NumberText.Grouped(plan.Layout.ReplicasPerNode)),
    ];
}
