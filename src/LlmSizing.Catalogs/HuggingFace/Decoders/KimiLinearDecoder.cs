using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Kimi Linear and K3: Kimi delta attention (arXiv 2510.26692) in most layers, multi-head latent attention in the others.</summary>
internal sealed class KimiLinearDecoder : LatentDecoder
{
    private readonly HashSet<long> full;
    private readonly long deltaHeads;
    private readonly long deltaDim;
    private readonly long kernel;
    private readonly bool hasFullGate;

    public KimiLinearDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        HfConfig linear = Config.FindObject("linear_attn_config") ?? throw Config.Missing("linear_attn_config");
        // Counted from 1.
        full = [.. (linear.FindIntegers("full_attn_layers") ?? throw linear.Missing("full_attn_layers")).Select(number => number - 1)];
        deltaHeads = linear.Integer("num_heads");
        deltaDim = linear.Integer("head_dim");
        kernel = linear.Integer(4, "short_conv_kernel_size");
        hasFullGate = linear.Flag(false, "use_full_rank_gate");
    }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        if (full.Contains(layer))
        {
            base.AddMixer(layer, part, cache);
            return;
        }
        long all = deltaHeads * deltaDim;
        cache.Recurrent(layer, "kda", new StateShape(3 * all, kernel, 0, deltaHeads, deltaDim, deltaDim, StateFormats.Convolution(Context), KvPrecision.Find("fp32")!));
        AddDelta(part.Inside("self_attn"), all);
    }

    private void AddDelta(ModulePart part, long all)
    {
        const string State = WeightComponent.State;
        foreach (string name in (string[])["q", "k", "v"])
        {
            part.Linear(State, name + "_proj", all, Hidden, WeightSplit.Column);
            part.Plain(State, name + "_conv1d", all, kernel, WeightSplit.Column);
        }
        part.Linear(State, "f_a_proj", deltaDim, Hidden, WeightSplit.Replicated);
        part.Linear(State, "f_b_proj", all, deltaDim, WeightSplit.Column);
        part.Linear(State, "b_proj", deltaHeads, Hidden, WeightSplit.Column);
        if (hasFullGate)
        {
            part.Linear(State, "g_proj", all, Hidden, WeightSplit.Column);
        }
        else
        {
            part.Linear(State, "g_a_proj", deltaDim, Hidden, WeightSplit.Replicated);
            part.Linear(State, "g_b_proj", all, deltaDim, WeightSplit.Column);
        }
        part.Vector(State, "A_log", deltaHeads, WeightSplit.Column, format: WeightFormat.Find("fp32"));
        part.Vector(State, "dt_bias", all, WeightSplit.Column, format: WeightFormat.Find("fp32"));
        part.Norm("o_norm", deltaDim);
        part.Linear(State, "o_proj", Hidden, all, WeightSplit.Row);
    }
}
