using System.Collections.Generic;

namespace LlmSizing;

/// <summary>How one replica of a model lies on GPUs: TP × PP × DP of them.</summary>
/// <remarks>
/// A data-parallel rank holds its own sessions. With data-parallel attention the ranks share one set of routed experts, spread over TP × DP GPUs (vLLM's data parallelism of
/// mixtures of experts; SGLang's <c>--enable-dp-attention</c>, whose <c>--tp</c> is TP × DP here); without it they are whole copies.
/// Context parallelism splits the cached tokens over GPUs of the tensor-parallel group (vLLM's decode context parallelism) and adds none.
/// </remarks>
public sealed class Placement
{
    private const long Largest = 1_000_000;

    /// <summary>Creates the placement; every degree is 1 to 10^6.</summary>
    /// <param name="tensorParallel">GPUs that split each matrix of a layer.</param>
    /// <param name="pipelineParallel">Stages that split the layers.</param>
    /// <param name="dataParallel">Ranks that hold sessions of their own.</param>
    /// <param name="expertParallel">Parts into which the routed experts are dealt whole; 1 where each is split instead.</param>
    /// <param name="contextParallel">Parts into which the cached tokens are split; divides the tensor-parallel degree.</param>
    /// <param name="dataParallelAttention">Whether the data-parallel ranks share the routed experts.</param>
    /// <exception cref="SizingException">A degree is out of its range, or does not divide another that it must.</exception>
    public Placement(
        long tensorParallel = 1, long pipelineParallel = 1, long dataParallel = 1, long expertParallel = 1, long contextParallel = 1, bool dataParallelAttention = false)
    {
        TensorParallel = Degree(tensorParallel, "TensorParallel");
        PipelineParallel = Degree(pipelineParallel, "PipelineParallel");
        DataParallel = Degree(dataParallel, "DataParallel");
        ExpertParallel = Degree(expertParallel, "ExpertParallel");
        ContextParallel = Degree(contextParallel, "ContextParallel");
        DataParallelAttention = dataParallelAttention;
        Divides(ExpertParallel, ExpertGroup, "ExpertParallel", dataParallelAttention ? "TensorParallel × DataParallel" : "TensorParallel");
        Divides(ContextParallel, TensorParallel, "ContextParallel", "TensorParallel");
    }

    /// <summary>GPUs that split each matrix of a layer.</summary>
    public long TensorParallel { get; }

    /// <summary>Stages that split the layers.</summary>
    public long PipelineParallel { get; }

    /// <summary>Ranks that hold sessions of their own.</summary>
    public long DataParallel { get; }

    /// <summary>Parts into which the routed experts are dealt whole.</summary>
    public long ExpertParallel { get; }

    /// <summary>Parts into which the cached tokens are split.</summary>
    public long ContextParallel { get; }

    /// <summary>Whether the data-parallel ranks share the routed experts.</summary>
    public bool DataParallelAttention { get; }

    /// <summary>GPUs of one replica.</summary>
    public long Gpus => TensorParallel * PipelineParallel * DataParallel;

    /// <summary>GPUs of one stage that hold one set of routed experts.</summary>
    public long ExpertGroup => DataParallelAttention ? TensorParallel * DataParallel : TensorParallel;

    /// <summary>GPUs that split each routed expert.</summary>
    public long ExpertTensorParallel => ExpertGroup / ExpertParallel;

    /// <summary>tp8, or tp4 pp2 dp2 ep8 where more than tensor parallelism is used.</summary>
    public override string ToString()
    {
        var parts = new List<string> { "tp" + NumberText.Plain(TensorParallel) };
        Add(parts, "pp", PipelineParallel);
        Add(parts, "dp", DataParallel);
        Add(parts, "ep", ExpertParallel);
        Add(parts, "cp", ContextParallel);
        if (DataParallelAttention)
        {
            parts.Add("dpa");
        }
        return string.Join(" ", parts);
    }

    private static void Add(List<string> parts, string name, long degree)
    {
        if (degree > 1)
        {
            parts.Add(name + NumberText.Plain(degree));
        }
    }

    private static long Degree(long value, string name) => value is >= 1 and <= Largest
        ? value
        : throw new SizingException(name, $"{name} is {NumberText.Plain(value)}: write 1 to {NumberText.Plain(Largest)}.");

    private static void Divides(long degree, long whole, string name, string wholeName)
    {
        if (whole % degree != 0)
        {
            throw new SizingException(name, $"{name} of {NumberText.Plain(degree)} does not divide {wholeName}, which is {NumberText.Plain(whole)}.");
        }
    }
}
