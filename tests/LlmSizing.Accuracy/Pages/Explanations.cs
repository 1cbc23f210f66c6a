using System.Collections.Generic;

namespace LlmSizing.Accuracy;

/// <summary>Why a known case lies off; an explanation changes no number.</summary>
public static class Explanations
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["vllm0190-google-gemma-3-12b-it-h100-80gb-tp1pp1dp1-8192"] = "The engine holds 0.55 GiB more than the checkpoint's 24.4 GB, vision tower included; the cause is not known.",
        ["vllm0190-meta-llama-llama-4-scout-h100-80gb-tp4pp1dp1-8192"] = "The engine holds 0.43 GiB more than the matrices and the rotary table of 10 million positions, and 0.14 GiB more outside; the cause is not known. As 16.8 GiB are left for the cache, they are 3 % of its tokens.",
        ["vllm0190-moonshotai-kimi-dev-72b-h100-80gb-tp2pp1dp1-8192"] = "Only 3 GiB are left for the cache: 0.06 GiB, 0.1 % of the weights, are 2 % of its tokens.",
        ["sglang-dsv4pro-fp8-h200-tp8-2128"] = "A negative case: the engine refuses, and so does the prediction. The log has 24 GiB more per GPU; most of it would be attention, shared experts and embeddings held whole by every rank, as with data-parallel attention, but the case does not state its flags.",
        ["trtllm-llama2-7b-a10-224"] = "TensorRT-LLM 0.5 reserves activations for the batch and lengths that its engine was built with, which the case does not state; nor does it state the GPU's memory.",
        ["sglang-glm47flash-910b-tp2"] = "An Ascend NPU: SGLang's default share is that of a CUDA GPU of its size. Only the bytes of the cache are meant to be proved.",
        ["sglang-ling3-1"] = "The model's config is not known: Ling 3.0 is in no catalog.",
        ["sglang-ling3-fin"] = "The model's config is not known: Ling 3.0 is in no catalog.",
        ["trtllm-8224-dec2025"] = "The case does not name its model.",
        ["vllm-qwen3-1.7b-3050-llmd"] = "The case does not say which of two models it is (0.6B is assumed), and 6 GiB of a laptop's GPU are its marketing figure.",
        ["sglang-llama8b-192gb-1256440"] = "The GPU is guessed from its size, and the version is not stated: the newest one's default share is assumed.",
    };

    /// <summary>The cases that are explained.</summary>
    public static IEnumerable<string> Cases => Known.Keys;

    /// <summary>The explanation of a case, or null.</summary>
    public static string? Of(string id) => Known.TryGetValue(id, out string? text) ? text : null;
}
