using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What a step costs on the busiest GPU of a replica as far as the model's shape, the placement and the datasheet go.</summary>
internal sealed class StepShape
{
    private const double ActivationBytes = 2;

    public StepShape(NodePlan plan)
    {
        ServerHardware hardware = plan.Server.Hardware;
        ArchitectureSizes sizes = plan.Model.Architecture!.Sizes;
        Placement = plan.Placement;
        Bandwidth = (double)(plan.Server.HbmBandwidthTbS ?? throw Unknown(plan.Server, "hbm_bandwidth_tb_s")) * 1e12;
        Peak16 = (double)(hardware.Bf16Tflops ?? throw Unknown(plan.Server, "bf16_tflops")) * 1e12;
        Peak8 = hardware.Fp8Tflops is decimal fp8 ? (double)fp8 * 1e12 : hardware.Int8Tops is decimal int8 ? (double)int8 * 1e12 : Peak16;
        Peak4 = hardware.Fp4Tflops is decimal fp4 ? (double)fp4 * 1e12 : Peak8;
        LinearWork[] linear = LinearWork.Of(ModelShard.Of(plan.Model, Placement), hardware);
        Dense = linear.Where(work => work.Component is not (WeightComponent.Experts or WeightComponent.Head)).ToArray();
        Head = linear.Where(work => work.Component == WeightComponent.Head).ToArray();
        Experts = linear.Where(work => work.Component == WeightComponent.Experts).ToArray();
        Attention = plan.Model.Layers.Select(group => new AttentionWork(plan.Model, group, Placement, plan.Cache.Precision)).ToArray();
        Layers = sizes.NumHiddenLayers;
        Hidden = sizes.HiddenSize;
        ExpertLayers = sizes.NumExperts == 0 ? 0 : plan.Model.Architecture.Loaded.Where(matrix => matrix.Component == WeightComponent.Experts).Select(matrix => matrix.Count).DefaultIfEmpty(0).Max();
        StateLayers = plan.Model.Layers.OfType<RecurrentState>().Sum(group => group.Count);
        LatentLayers = plan.Model.Layers.OfType<LatentAttention>().Sum(group => group.Count);
        NumExperts = sizes.NumExperts;
        ExpertsPerToken = sizes.NumExpertsPerToken;
        ExpertRanks = Placement.DataParallelAttention ? Placement.DataParallel : 1;
        HiddenBytes = Hidden * ActivationBytes;
        Collectives = Of(plan);
    }

    public Placement Placement { get; }

    public double Bandwidth { get; }

    public double Peak16 { get; }

    public double Peak8 { get; }

    public double Peak4 { get; }

    public IReadOnlyList<LinearWork> Dense { get; }

    public IReadOnlyList<LinearWork> Head { get; }

    public IReadOnlyList<LinearWork> Experts { get; }

    public IReadOnlyList<AttentionWork> Attention { get; }

    public long Layers { get; }

    public long Hidden { get; }

    public long ExpertLayers { get; }

    public long StateLayers { get; }

    public long LatentLayers { get; }

    public long NumExperts { get; }

    public long ExpertsPerToken { get; }

    /// <summary>Attention ranks whose tokens one set of routed experts serves.</summary>
    public long ExpertRanks { get; }

    /// <summary>Bytes of a token's hidden state.</summary>
    public double HiddenBytes { get; }

    public IReadOnlyList<Collective> Collectives { get; }

    /// <summary>Peak of a GPU for numbers of so many bits, in FLOPs per second.</summary>
    public double Peak(int bits) => bits switch { 4 => Peak4, 8 => Peak8, _ => Peak16 };

    // Megatron-LM (arXiv 1909.08053): one all-reduce after attention, one after the MLP. With attention by data parallelism the experts gather the tokens of all ranks and scatter them back.
    private List<Collective> Of(NodePlan plan)
    {
        var found = new List<Collective>();
        long tensor = Placement.TensorParallel;
        if (tensor > 1)
        {
            found.Add(new Collective("all_reduce", tensor, Placement.DataParallelAttention ? Layers : 2 * Layers, 2.0 * (tensor - 1) / tensor * HiddenBytes, LinkOf(plan, tensor)));
        }
        if (Placement.DataParallelAttention && Placement.DataParallel > 1)
        {
            long ranks = Placement.ExpertGroup;
            found.Add(new Collective("all_to_all", ranks, 2 * Layers, (double)(ranks - 1) / ranks * HiddenBytes * Placement.DataParallel, LinkOf(plan, ranks)));
        }
        if (Placement.PipelineParallel > 1)
        {
            found.Add(new Collective("point_to_point", 2, Placement.PipelineParallel - 1, HiddenBytes, LinkOf(plan, Placement.Gpus)));
        }
        return found;
    }

    // One direction of the slowest link that the group crosses.
    private static double LinkOf(NodePlan plan, long gpus)
    {
        ServerHardware hardware = plan.Server.Hardware;
        if (gpus > plan.Server.Gpus)
        {
            return (double)(hardware.FabricGbS ?? throw Unknown(plan.Server, "fabric_gb_s")) * 1e9;
        }
        bool isLinked = hardware.GpuLinkGbS is not null && gpus <= (plan.Server.NvlinkDomainGpus ?? plan.Server.Gpus);
        return isLinked ? (double)hardware.GpuLinkGbS! / 2 * 1e9 : (double)(hardware.PcieGbS ?? throw Unknown(plan.Server, "pcie_gen")) * 1e9;
    }

    private static SizingException Unknown(Server server, string field) =>
        new("Server", $"Server '{server.Name}' does not say its {field}, without which no time can be computed: add it to the catalog entry.");
}
