using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Every quantisation that is known, one line each.</summary>
/// <remarks>
/// What stays in 16 bits: embeddings, head, norms, routers and towers, as llm-compressor, AutoAWQ, GPTQModel and ModelOpt leave them by default
/// (<c>ignore: ["lm_head", "re:.*mlp.gate$", ...]</c>); gpt-oss keeps all but its routed experts (<c>modules_to_not_convert</c> of its config.json);
/// bitsandbytes replaces every linear layer but the head, those of the towers included.
/// </remarks>
public static class QuantizationList
{
    private static readonly string[] Linear =
        [WeightComponent.Attention, WeightComponent.Indexer, WeightComponent.State, WeightComponent.Mlp, WeightComponent.Experts, WeightComponent.SharedExperts];

    private static readonly string[] Feedforward = [WeightComponent.Mlp, WeightComponent.Experts, WeightComponent.SharedExperts];

    private static readonly string[] GpuEngines = ["vllm", "sglang", "tensorrt-llm"];

    private static readonly string[] PythonEngines = ["vllm", "sglang"];

    /// <summary>The quantisations; the first is the default.</summary>
    public static IReadOnlyList<Quantization> All { get; } =
    [
        new PlainQuantization("published", null, "as the model is published"),
        new PlainQuantization("bf16", "bf16", "everything in bfloat16"),
        new PlainQuantization("fp16", "fp16", "everything in float16"),
        new UniformQuantization("fp8", "fp8", Linear, "linear layers in FP8 with one scale per matrix", GpuEngines),
        new UniformQuantization("fp8_channel", "fp8_channel", Linear, "linear layers in FP8 with one scale per output channel", GpuEngines),
        new UniformQuantization("fp8_block", "fp8_block", Linear, "linear layers in FP8 with one scale per 128 x 128 block", GpuEngines),
        new UniformQuantization("int8", "int8", Linear, "linear layers in INT8 (W8A8) with one scale per output channel", GpuEngines),
        new UniformQuantization("mxfp8", "mxfp8", Linear, "linear layers in MXFP8 with one scale per 32 elements", GpuEngines),
        new UniformQuantization("mxfp4", "mxfp4", Linear, "linear layers in MXFP4 with one scale per 32 elements", GpuEngines),
        new UniformQuantization("mxfp4_experts", "mxfp4", [WeightComponent.Experts], "routed experts in MXFP4, the rest in 16 bits, as gpt-oss", [.. GpuEngines, "llama.cpp"]),
        new UniformQuantization("nvfp4", "nvfp4", Linear, "linear layers in NVFP4 with one scale per 16 elements", GpuEngines),
        new UniformQuantization("nvfp4_mlp", "nvfp4", Feedforward, "MLPs and experts in NVFP4, attention in 16 bits", GpuEngines),
        new UniformQuantization("awq_g128", "awq_g128", Linear, "linear layers in 4 bits with scale and zero point per 128 inputs (AWQ)", GpuEngines),
        new UniformQuantization("gptq_g128", "awq_g128", Linear, "linear layers in 4 bits with scale and zero point per 128 inputs (GPTQ)", GpuEngines),
        new UniformQuantization("gptq8_g128", "gptq8_g128", Linear, "linear layers in 8 bits with scale and zero point per 128 inputs (GPTQ)", GpuEngines),
        new UniformQuantization("int4_g128", "int4_g128", Linear, "linear layers in 4 bits with a scale per 128 inputs (compressed-tensors W4A16)", GpuEngines),
        new UniformQuantization("bnb_nf4", "bnb_nf4", [.. Linear, WeightComponent.Vision, WeightComponent.Audio], "linear layers, towers included, in NF4 with nested scales (bitsandbytes)", PythonEngines),
        new UniformQuantization("bnb_int8", "bnb_int8", [.. Linear, WeightComponent.Vision, WeightComponent.Audio], "linear layers, towers included, in INT8 (bitsandbytes)", PythonEngines),
        .. GgufMixes.All.Select(mix => new GgufQuantization(mix)),
    ];

    /// <summary>Finds a quantisation by its name, whatever the case; null when it is not known.</summary>
    public static Quantization? Find(string name) => All.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
}
