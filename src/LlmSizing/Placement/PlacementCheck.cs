using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What the engines refuse when they start, told beforehand.</summary>
/// <remarks>
/// vLLM: verify_with_parallel_config and verify_with_expert_parallelism (vllm/config/model.py), QKVParallelLinear (vllm/model_executor/layers/linear.py),
/// validate_fp8_block_shape (layers/quantization/utils/fp8_utils.py), the group sizes of gptq_marlin.py and awq.py. SGLang's layers are the same.
/// </remarks>
public static class PlacementCheck
{
    private static readonly PlacementRule[] Rules =
    [
        new("pipeline_beyond_layers", "PipelineParallel", PlacementFindings.PipelineBeyondLayers),
        new("heads_not_divisible", "TensorParallel", PlacementFindings.HeadsNotDivisible),
        new("kv_heads_not_divisible", "TensorParallel", PlacementFindings.KeyValueHeadsNotDivisible),
        new("state_heads_not_divisible", "TensorParallel", PlacementFindings.StateHeadsNotDivisible),
        new("experts_too_few", "ExpertParallel", PlacementFindings.ExpertsTooFew),
        new("context_parallel_beyond_copies", "ContextParallel", PlacementFindings.ContextParallelBeyondCopies),
        new("matrix_not_divisible", "TensorParallel", MatrixFindings.NotDivisible),
        new("scales_not_divisible", "TensorParallel", MatrixFindings.ScalesNotDivisible),
    ];

    /// <summary>Everything that an engine refuses; empty where it starts.</summary>
    /// <param name="model">The model; what its architecture says is checked where it has one.</param>
    /// <param name="placement">How a replica lies on GPUs.</param>
    public static IReadOnlyList<PlacementProblem> Problems(Model model, Placement placement) =>
        Rules.Select(rule => rule.Find(model, placement)).OfType<PlacementProblem>().ToArray();

    /// <summary>The first thing that an engine refuses, or null.</summary>
    /// <param name="model">The model.</param>
    /// <param name="placement">How a replica lies on GPUs.</param>
    public static PlacementProblem? FirstProblem(Model model, Placement placement) =>
        Rules.Select(rule => rule.Find(model, placement)).FirstOrDefault(problem => problem is not null);

    /// <summary>Refuses a placement that an engine refuses.</summary>
    /// <exception cref="SizingException">Names the parameter and the reason.</exception>
    public static void Require(Model model, Placement placement)
    {
        if (FirstProblem(model, placement) is PlacementProblem problem)
        {
            throw new SizingException(problem.Parameter, problem.Message);
        }
    }
}
