namespace LlmSizing;

/// <summary>How the model lies on GPUs.</summary>
internal static class JsonPlacement
{
    public static void Write(JsonPage json, NodePlan plan)
    {
        json.Text("name", plan.Placement.ToString());
        json.Number("tensor_parallel", plan.Placement.TensorParallel);
        json.Number("pipeline_parallel", plan.Placement.PipelineParallel);
        json.Number("data_parallel", plan.Placement.DataParallel);
        json.Number("expert_parallel", plan.Placement.ExpertParallel);
        json.Number("context_parallel", plan.Placement.ContextParallel);
        json.Flag("data_parallel_attention", plan.Placement.DataParallelAttention);
        json.Text("engine", plan.Deployment.Engine.Name);
        json.Text("engine_version", plan.Deployment.EngineVersion.ToString());
        json.Text("calibration", plan.Deployment.Calibration?.Name);
        json.Text("quantization", plan.Deployment.Quantization.Name);
        json.Number("gpu_bytes", plan.GpuBytes);
        json.Number("gpus_per_replica", plan.Layout.GpusPerReplica);
        json.Number("replicas_per_node", plan.Layout.ReplicasPerNode);
        json.Number("nodes_per_replica", plan.Layout.NodesPerReplica);
    }
}
