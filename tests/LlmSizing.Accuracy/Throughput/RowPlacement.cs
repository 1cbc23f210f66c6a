namespace LlmSizing.Accuracy;

/// <summary>How a row's replica lies on GPUs. Tables say the degrees in several ways: what the experts are split into tells them apart.</summary>
internal static class RowPlacement
{
    /// <summary>The placement, and the requests on one attention rank.</summary>
    public static (Placement Placement, long Batch) Of(ThroughputRow row)
    {
        long tensor = row.Whole("tp") ?? 1;
        long pipeline = row.Whole("pp") ?? 1;
        long ranks = row.Whole("attention_dp") ?? 1;
        long expertTensor = row.Whole("moe_tp") ?? 1;
        long experts = row.Whole("moe_ep") ?? 1;
        bool isSquare = expertTensor == experts && experts > 1;
        if (ranks == 1)
        {
            // tp8 ep8 is written as 64 = 8 x 8 in some tables: the degrees of the same GPUs, multiplied.
            if (isSquare && tensor == expertTensor * experts)
            {
                tensor = expertTensor;
            }
            // Fewer attention GPUs than expert GPUs: the rest are attention ranks of their own, of which the batch is one's.
            long group = isSquare && tensor == experts ? experts : expertTensor * experts;
            return group > tensor && group % tensor == 0
                ? (new Placement(tensor, pipeline, group / tensor, experts, dataParallelAttention: true), row.Batch)
                : (new Placement(tensor, pipeline, 1, tensor % experts == 0 ? experts : 1), row.Batch);
        }
        if (isSquare && tensor == 1 && ranks == experts * experts)
        {
            // The same product for attention ranks, and the batch divided by it.
            return (new Placement(1, pipeline, experts, experts, dataParallelAttention: true), row.Batch * ranks / experts);
        }
        if (isSquare && tensor == 1 && ranks == expertTensor * experts)
        {
            return (new Placement(1, pipeline, experts, experts, dataParallelAttention: true), row.Batch * ranks / experts);
        }
        long gpus = tensor == ranks && experts == tensor * ranks ? tensor : tensor * ranks;
        return (new Placement(gpus / ranks, pipeline, ranks, experts > gpus ? gpus : gpus % experts == 0 ? experts : 1, dataParallelAttention: true), row.Batch);
    }
}
