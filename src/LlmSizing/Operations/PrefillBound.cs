using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The least time in which the GPUs of a replica compute a prompt: its FLOPs at the peak of the datasheet.</summary>
/// <remarks>
/// 2 FLOPs for each weight that a token passes, and attention over all pairs of a query and a key, as in Kaplan et al. 2020 (arXiv 2001.08361) with a causal mask.
/// No engine reaches the peak, so that recomputing takes longer than this. Without a placement all GPUs of the node compute.
/// </remarks>
public sealed class PrefillBound
{
    private readonly ServerHardware hardware;
    private readonly LinearWork[] linear;
    private readonly IReadOnlyList<AttentionWork> attention;
    private readonly double expertsPerToken;
    private readonly double? activeParameters;

    /// <summary>Counts the work of a token.</summary>
    /// <param name="request">The question.</param>
    public PrefillBound(SizingRequest request)
    {
        Model model = request.Plan?.Model ?? request.Model;
        hardware = request.Server.Hardware;
        Gpus = request.Plan is NodePlan plan ? plan.Placement.Gpus / plan.Placement.DataParallel : request.Server.Gpus;
        bool isKnown = model.Architecture is { Weights.Count: > 0 };
        linear = isKnown ? LinearWork.Of(ModelShard.Of(model, new Placement()), hardware).Where(work => work.Component != WeightComponent.Head).ToArray() : [];
        attention = model.Architecture is null ? [] : model.Layers.Select(group => new AttentionWork(model, group, new Placement(), request.KvCache.Precision)).ToArray();
        expertsPerToken = model.Architecture?.Sizes.NumExpertsPerToken ?? 0;
        activeParameters = isKnown ? linear.Sum(Passed) : (double?)(model.ActiveParamsB ?? model.TotalParamsB) * ByteUnits.Gb;
    }

    /// <summary>GPUs that compute the prompt.</summary>
    public long Gpus { get; }

    /// <summary>Weights that a token passes, the head apart; null where they are not known.</summary>
    public double? ActiveParameters => activeParameters;

    /// <summary>Seconds of a prompt; null where the weights or the peak of the GPU are not known.</summary>
    /// <param name="tokens">Tokens of the prompt.</param>
    public double? Seconds(long tokens)
    {
        if (activeParameters is not double active || hardware.Bf16Tflops is not decimal tflops)
        {
            return null;
        }
        double peak = (double)tflops * 1e12 * Gpus;
        double seconds = linear.Length == 0 ? 2 * active * tokens / peak : linear.Sum(work => 2 * Passed(work) * tokens / (Peak(work.Bits) * Gpus));
        var load = new StepLoad(tokens, StepLoad.Pairs(tokens, 0), 0, 0);
        return seconds + attention.Sum(work => ((work.Pairs(load) * work.PrefillFlops) + (tokens * work.TokenFlops)) / peak);
    }

    private double Passed(LinearWork work) => work.Component == WeightComponent.Experts ? work.Elements * expertsPerToken : work.Elements;

    private double Peak(int bits) => 1e12 * (double)(bits switch
    {
        4 => hardware.Fp4Tflops ?? hardware.Fp8Tflops,
        8 => hardware.Fp8Tflops ?? hardware.Int8Tops,
        _ => hardware.Bf16Tflops,
    } ?? hardware.Bf16Tflops!.Value);
}
