using System.Linq;

namespace LlmSizing.Reports.Tests;

/// <summary>Placed models that between them need every sentence about a placement.</summary>
internal static class PlacedCases
{
    private static readonly KvPrecision Bf16 = KvPrecision.Find("bf16")!;
    private static readonly Server Node = new(new EntryInfo("node"), 8, 80, gpu: "GPU", usableHbmPerGpuGib: 74, fp8Units: false, nvlinkDomainGpus: 4);

    public static SizingRequest Whole => Of(new Placement(4), "published");

    public static SizingRequest Spread => Of(new Placement(8, 3), "fp8", engine: "ideal");

    public static SizingRequest TooLarge => Of(new Placement(2), "bf16", gb: 12);

    public static SizingRequest NotRun => Of(new Placement(1), "bnb_nf4", engine: "tensorrt-llm");

    public static SizingRequest TooLong => Of(new Placement(2), "published", context: 131_072, gb: 36);

    public static SizingRequest Asked => Of(new Placement(4), "published", overhead: 1);

    public static SizingRequest[] All => [Whole, Spread, TooLarge, NotRun, TooLong, Asked];

    private static Calibration Measured => new(
        new EntryInfo("measured"), "tensorrt-llm", null,
        [.. CalibrationNames.All.Select(name => new CalibrationConstant(name, 0.1m, 10, 1, "a test"))]);

    public static Model Model => new(
        new EntryInfo("placed"), [new FullAttention(80, 4, 128)], 131_072, Bf16, totalParamsB: 42,
        architecture: new Architecture(
            new ArchitectureSizes("LlamaForCausalLM", 8192, 128_256, 80, 64, 28_672),
            new[]
            {
                "embedding embed_tokens 128256x8192 vocab bf16", "head lm_head 128256x8192 vocab bf16", "norm norm 8192 replicated bf16",
                "attention q_proj @0-79 8192x8192 column bf16", "attention k_proj @0-79 512x8192 kv:4 bf16", "mlp up_proj @0-79 28672x8192 column bf16",
            }.Select(WeightMatrix.Parse).ToArray()));

    private static SizingRequest Of(Placement placement, string quantization, long context = 8_192, decimal gb = 80, string engine = "ideal", decimal? overhead = null)
    {
        var server = gb == 80 ? Node : new Server(new EntryInfo("node"), 8, gb, gpu: "GPU");
        var requirements = new Requirements(100, context, Bf16, runtimeOverheadGib: overhead);
        var deployment = new Deployment(EngineList.Find(engine)!, calibration: Measured, quantization: QuantizationList.Find(quantization));
        return new SizingRequest(Model, server, null, requirements, new NodePlan(Model, server, requirements, deployment, placement));
    }
}
