namespace LlmSizing;

/// <summary>A Mamba 2 mixer: its state and its matrices.</summary>
internal sealed class Mamba2Block
{
    public Mamba2Block(HfConfig config, long hidden, long? intermediate = null)
    {
        Hidden = hidden;
        Heads = config.Integer("mamba_num_heads", "mamba_n_heads", "n_mamba_heads", "num_heads");
        HeadDim = config.FindInteger("mamba_head_dim", "mamba_d_head", "mamba_headdim", "head_dim") ?? (intermediate ?? 2 * hidden) / System.Math.Max(1, Heads);
        StateSize = config.Integer("ssm_state_size", "mamba_d_state", "state_size");
        Groups = config.Integer(1, "n_groups", "mamba_n_groups", "mamba_ngroups");
        Kernel = config.Integer(4, "conv_kernel", "mamba_d_conv");
        Bias = config.Flag(false, "mamba_proj_bias", "use_bias");
        ConvolutionBias = config.Flag(true, "use_conv_bias", "mamba_conv_bias");
    }

    public long Hidden { get; }

    public long Heads { get; }

    public long HeadDim { get; }

    public long StateSize { get; }

    public long Groups { get; }

    public long Kernel { get; }

    public bool Bias { get; }

    public bool ConvolutionBias { get; }

    public long Intermediate => Heads * HeadDim;

    public void AddState(ImportContext context, long layer, CacheLayers cache) => cache.Recurrent(layer, "mamba2", new StateShape(
        Intermediate, Kernel, Groups, Heads, HeadDim, StateSize, StateFormats.Convolution(context), StateFormats.State(context)));

    /// <param name="part">The mixer's module.</param>
    /// <param name="hasNorm">Whether the output passes a gated norm.</param>
    public void AddTo(ModulePart part, bool hasNorm = true)
    {
        const string State = WeightComponent.State;
        // The projection's rows split by what they make: z and x by heads, B and C by groups, dt by heads.
        part.Linear(State, "in_proj", 2 * Intermediate, Hidden, WeightSplit.Column, bias: Bias);
        part.Linear(State, "in_proj", 2 * Groups * StateSize, Hidden, WeightSplit.KeyValue, Groups, bias: Bias, name: "in_proj_bc");
        part.Linear(State, "in_proj", Heads, Hidden, WeightSplit.Column, bias: Bias, name: "in_proj_dt");
        part.Plain(State, "conv1d", Intermediate, Kernel, WeightSplit.Column, bias: ConvolutionBias);
        part.Plain(State, "conv1d_bc", 2 * Groups * StateSize, Kernel, WeightSplit.KeyValue, Groups, bias: ConvolutionBias);
        part.Vector(State, "A_log", Heads, WeightSplit.Column);
        part.Vector(State, "D", Heads, WeightSplit.Column);
        part.Vector(State, "dt_bias", Heads, WeightSplit.Column);
        if (hasNorm)
        {
            part.Vector(State, "gated_norm", Intermediate, WeightSplit.Column);
        }
        part.Linear(State, "out_proj", Hidden, Intermediate, WeightSplit.Row, bias: Bias);
    }
}
