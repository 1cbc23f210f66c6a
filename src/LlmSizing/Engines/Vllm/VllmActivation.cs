using System;
using System.Linq;

namespace LlmSizing;

/// <summary>The peak of vLLM's profile run: a forward pass of the most batched tokens, then sampling for the most sequences.</summary>
/// <remarks>
/// The two peaks follow each other, so the larger one counts: sampling sequences × vocabulary × bytes (last stage only), or a layer's widest moment, gate and up
/// projection with their product and some hidden vectors. Beside them stay the last hidden states, the buffers of fused experts (TritonExperts.workspace_shapes: two of
/// tokens × experts of a token × the wider of hidden size and the experts' projection) and the encoder's outputs of a multimodal model.
/// </remarks>
internal static class VllmActivation
{
    private const long ExpertChunk = 32_768;

    public static MemoryComponent Of(EngineCase of)
    {
        ArchitectureSizes sizes = of.Model.Architecture?.Sizes
            ?? throw new SizingException("Model", $"Model '{of.Model.Name}' has no architecture in its catalog entry, so that its activations are not known: import its config.json, or add architecture.");
        long element = sizes.Dtype == "fp32" ? 4 : 2;
        long tokens = of.MaxBatchedTokens;
        CalibrationConstant logit = of.Constant(CalibrationNames.SamplerBytesPerLogit);
        CalibrationConstant fixedPart = of.Constant(CalibrationNames.ActivationBaseGib);
        long sequences = Math.Min(of.MaxSequences, tokens);
        long sampler = of.Shard.Stage.IsLast ? (long)(checked(sequences * sizes.VocabSize) * logit.Value) : 0;
        long forward = Forward(of, sizes, tokens, element);
        long hidden = checked(tokens * sizes.HiddenSize * element);
        long experts = Experts(of, sizes, tokens, element);
        long encoder = sizes.IsMultimodal && of.Shard.Stage.IsFirst ? hidden : 0;
        string larger = sampler >= forward
            ? $"{Plain(sequences)} sequences × {Plain(sizes.VocabSize)} logits × {NumberText.AsWritten(logit.Value)} bytes"
            : $"{Gib(forward)} GiB forward pass of {Plain(tokens)} tokens";
        string formula = $"{larger} + {NumberText.AsWritten(fixedPart.Value)} GiB + {Plain(tokens)} tokens × {Plain(sizes.HiddenSize)} × {Plain(element)}"
            + (experts == 0 ? "" : $" + {Gib(experts)} GiB of experts' buffers")
            + (encoder == 0 ? "" : $" + {Gib(encoder)} GiB of encoder outputs");
        return new MemoryComponent(
            "activation", checked(Math.Max(sampler, forward) + fixedPart.GibBytes + hidden + experts + encoder), formula, logit.ErrorPercent, logit.Evidence);
    }

    private static long Forward(EngineCase of, ArchitectureSizes sizes, long tokens, long element)
    {
        // A mixture of experts may state the width of its experts here, too, and have no dense layer.
        ReadableList<WeightMatrix> weights = of.Model.Architecture!.Weights;
        bool isDense = weights.Count == 0 || weights.Any(matrix => matrix.Component == WeightComponent.Mlp);
        long intermediate = isDense ? Division.Ceiling(sizes.IntermediateSize, of.Placement.TensorParallel) : 0;
        long layer = (long)(((3 * intermediate) + (of.Constant(CalibrationNames.HiddenCopies).Value * sizes.HiddenSize)) * element);
        // Activations that are quantised for the matrix product are a copy of one byte an element.
        return checked(tokens * (layer + (IsEightBit(of.Model) ? intermediate : 0)));
    }

    private static long Experts(EngineCase of, ArchitectureSizes sizes, long tokens, long element)
    {
        if (sizes.NumExperts == 0 || of.Model.Architecture!.Weights.Any(matrix => matrix.Component == WeightComponent.Experts && matrix.Format.Name == "mxfp4"))
        {
            return 0;
        }
        // With data-parallel attention the tokens of all ranks meet at the experts.
        long gathered = Math.Min(ExpertChunk, of.Placement.DataParallelAttention ? checked(tokens * of.Placement.DataParallel) : tokens);
        long projected = 2 * Division.Ceiling(sizes.MoeIntermediateSize, of.Placement.ExpertTensorParallel);
        long widths = Math.Max(projected / 2, sizes.HiddenSize) + Math.Max(projected, sizes.HiddenSize);
        return checked(gathered * sizes.NumExpertsPerToken * widths * element);
    }

    private static bool IsEightBit(Model model) => model.Architecture!.Weights.Any(matrix =>
        matrix.Component == WeightComponent.Mlp && (matrix.Format.Name.StartsWith("fp8", StringComparison.Ordinal) || matrix.Format.Name.StartsWith("int8", StringComparison.Ordinal)));

    private static string Plain(long value) => NumberText.Plain(value);

    private static string Gib(long bytes) => NumberText.Gib(bytes, 2);
}
