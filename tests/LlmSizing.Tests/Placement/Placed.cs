using System.Linq;

namespace LlmSizing.Tests.Placements;

/// <summary>Models with weights, and plans of them.</summary>
internal static class Placed
{
    public static readonly KvPrecision Bf16 = KvPrecision.Find("bf16")!;

    public static readonly Deployment Ideal = new(EngineList.Find("ideal")!);

    /// <summary>The shape of Llama 3 70B.</summary>
    public static Model Llama70B(string format = "bf16", decimal? weightsGib = null) => new(
        new EntryInfo("llama-70b"), [new FullAttention(80, 8, 128)], 131_072, Bf16, weightsGib: weightsGib,
        architecture: Architecture(
            new ArchitectureSizes("LlamaForCausalLM", 8192, 128_256, 80, 64, 28_672),
            "embedding embed_tokens 128256x8192 vocab bf16", "head lm_head 128256x8192 vocab bf16", "norm norm 8192 replicated bf16",
            "norm input_layernorm @0-79 8192 replicated bf16", "norm post_attention_layernorm @0-79 8192 replicated bf16",
            $"attention q_proj @0-79 8192x8192 column {format}", $"attention k_proj @0-79 1024x8192 kv:8 {format}", $"attention v_proj @0-79 1024x8192 kv:8 {format}",
            $"attention o_proj @0-79 8192x8192 row {format}",
            $"mlp gate_proj @0-79 28672x8192 column {format}", $"mlp up_proj @0-79 28672x8192 column {format}", $"mlp down_proj @0-79 8192x28672 row {format}"));

    /// <summary>A mixture of experts with MLA, of DeepSeek V3's attention and layers.</summary>
    public static Model LatentMixture(long experts = 256) => new(
        new EntryInfo("latent-mixture"), [new LatentAttention(61, 512, 64)], 131_072, Bf16, activeParamsB: 37,
        architecture: Architecture(
            new ArchitectureSizes("DeepseekV3ForCausalLM", 7168, 129_280, 61, 128, 18_432, experts, 8, 2048),
            "embedding embed_tokens 129280x7168 vocab bf16", "head lm_head 129280x7168 vocab bf16",
            "attention q_b_proj @0-60 24576x1536 column fp8_block", "attention kv_a_proj @0-60 576x7168 replicated fp8_block", "attention o_proj @0-60 7168x16384 row fp8_block",
            "mlp gate_proj @0-2 18432x7168 column fp8_block", "mlp up_proj @0-2 18432x7168 column fp8_block", "mlp down_proj @0-2 7168x18432 row fp8_block",
            $"router gate @3-60 {experts}x7168 replicated bf16",
            $"experts gate_proj @3-60 {experts}*2048x7168 column fp8_block", $"experts up_proj @3-60 {experts}*2048x7168 column fp8_block",
            $"experts down_proj @3-60 {experts}*7168x2048 row fp8_block"));

    public static Model Small(long heads = 8, long keyValueHeads = 2, params string[] lines) => new(
        new EntryInfo("small"), [new FullAttention(4, keyValueHeads, 64)], 8_192, Bf16,
        architecture: Architecture(new ArchitectureSizes("C", 512, 1000, 4, heads, 2048), lines.Length > 0 ? lines : ["attention q_proj @0-3 512x512 column bf16"]));

    public static Server Node(long gpus = 8, decimal gb = 80, decimal? usableGib = null, bool? fp8Units = true, long? domain = null) =>
        new(new EntryInfo("node"), gpus, gb, "GPU", usableGib, fp8Units: fp8Units, int8Units: true, nvlinkDomainGpus: domain);

    public static Requirements Load(long concurrency = 100, long context = 8_192, decimal? budget = 1, decimal? overhead = null) =>
        new(concurrency, context, null, budget, overhead);

    public static NodePlan Plan(Model model, Placement placement, Server? server = null, Requirements? load = null, Deployment? deployment = null) =>
        new(model, server ?? Node(), load ?? Load(), deployment ?? Ideal, placement);

    public static ScenarioResult Result(Model model, Placement placement, Server? server = null, Requirements? load = null, Deployment? deployment = null, Scenario? scenario = null)
    {
        NodePlan plan = Plan(model, placement, server, load, deployment);
        return Given.Solve(new SizingRequest(model, plan.Server, null, load ?? Load(), plan), scenario ?? Given.Minimum);
    }

    private static Architecture Architecture(ArchitectureSizes sizes, params string[] lines) => new(sizes, [.. lines.Select(WeightMatrix.Parse)]);
}
