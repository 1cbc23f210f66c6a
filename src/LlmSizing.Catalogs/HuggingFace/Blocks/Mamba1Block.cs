namespace LlmSizing;

/// <summary>A Mamba 1 mixer: its state and its matrices.</summary>
internal sealed class Mamba1Block
{
    /// <param name="config">The sizes.</param>
    /// <param name="hidden">The hidden size.</param>
    /// <param name="intermediate">Elements inside, where the config says them; else the hidden size times its factor.</param>
    public Mamba1Block(HfConfig config, long hidden, long? intermediate = null)
    {
        Hidden = hidden;
        Intermediate = intermediate ?? config.Integer(2, "mamba_expand", "expand") * hidden;
        StateSize = config.Integer(16, "mamba_d_state", "state_size");
        Kernel = config.Integer(4, "mamba_d_conv", "conv_kernel");
        // "auto" is a sixteenth of the hidden size, rounded up.
        Rank = config.FindText("mamba_dt_rank", "time_step_rank") is null && config.FindInteger("mamba_dt_rank", "time_step_rank") is long rank ? rank : (hidden + 15) / 16;
        Bias = config.Flag(false, "mamba_proj_bias", "use_bias");
        ConvolutionBias = config.Flag(true, "mamba_conv_bias", "use_conv_bias");
    }

    public long Hidden { get; }

    public long Intermediate { get; }

    public long StateSize { get; }

    public long Kernel { get; }

    public long Rank { get; }

    public bool Bias { get; }

    public bool ConvolutionBias { get; }

    public void AddState(ImportContext context, long layer, CacheLayers cache) => cache.Recurrent(layer, "mamba1", new StateShape(
        Intermediate, Kernel, 0, Intermediate, 1, StateSize, StateFormats.Convolution(context), StateFormats.State(context)));

    /// <param name="part">The mixer's module.</param>
    /// <param name="hasNorms">Whether dt, B and C pass norms (Jamba).</param>
    public void AddTo(ModulePart part, bool hasNorms)
    {
        const string State = WeightComponent.State;
        part.Linear(State, "in_proj", 2 * Intermediate, Hidden, WeightSplit.Column, bias: Bias);
        part.Plain(State, "conv1d", Intermediate, Kernel, WeightSplit.Column, bias: ConvolutionBias);
        part.Linear(State, "x_proj", Rank + (2 * StateSize), Intermediate, WeightSplit.Row);
        part.Linear(State, "dt_proj", Intermediate, Rank, WeightSplit.Column, bias: true);
        part.Plain(State, "A_log", Intermediate, StateSize, WeightSplit.Column);
        part.Vector(State, "D", Intermediate, WeightSplit.Column);
        part.Linear(State, "out_proj", Hidden, Intermediate, WeightSplit.Row, bias: Bias);
        if (hasNorms)
        {
            part.Norm("dt_layernorm", Rank);
            part.Norm("b_layernorm", StateSize);
            part.Norm("c_layernorm", StateSize);
        }
    }
}
