namespace LlmSizing;

/// <summary>A gated delta net (Yang et al. 2024, arXiv 2412.06464) as in Qwen3-Next and Qwen3.5: its state and its matrices.</summary>
internal sealed class GatedDeltaNetBlock
{
    private readonly long hidden;
    private readonly long keys;
    private readonly long values;
    private readonly long valueHeads;
    private readonly long keyHeads;
    private readonly long valueDim;
    private readonly long keyDim;
    private readonly long kernel;

    public GatedDeltaNetBlock(HfConfig config, long hidden)
    {
        this.hidden = hidden;
        keyHeads = config.Integer(16, "linear_num_key_heads");
        valueHeads = config.Integer(32, "linear_num_value_heads");
        keyDim = config.Integer(128, "linear_key_head_dim");
        valueDim = config.Integer(128, "linear_value_head_dim");
        kernel = config.Integer(4, "linear_conv_kernel_dim");
        keys = keyHeads * keyDim;
        values = valueHeads * valueDim;
    }

    public void AddState(ImportContext context, long layer, CacheLayers cache) => cache.Recurrent(layer, "gated_delta_net", new StateShape(
        (2 * keys) + values, kernel, 0, valueHeads, valueDim, keyDim, StateFormats.Convolution(context), StateFormats.State(context)));

    /// <param name="part">The mixer's module.</param>
    /// <param name="isFused">Whether the checkpoint has one projection for all (Qwen3-Next), or one for each (Qwen3.5).</param>
    public void AddTo(ModulePart part, bool isFused)
    {
        const string State = WeightComponent.State;
        part.Linear(State, isFused ? "in_proj_qkvz" : "in_proj_qkv", 2 * keys, hidden, WeightSplit.KeyValue, keyHeads, name: "in_proj_qk");
        part.Linear(State, isFused ? "in_proj_qkvz" : "in_proj_qkv", values, hidden, WeightSplit.Column, name: "in_proj_v");
        part.Linear(State, isFused ? "in_proj_qkvz" : "in_proj_z", values, hidden, WeightSplit.Column, name: "in_proj_z");
        part.Linear(State, isFused ? "in_proj_ba" : "in_proj_b", valueHeads, hidden, WeightSplit.Column, name: "in_proj_b");
        part.Linear(State, isFused ? "in_proj_ba" : "in_proj_a", valueHeads, hidden, WeightSplit.Column, name: "in_proj_a");
        part.Plain(State, "conv1d", (2 * keys) + values, kernel, WeightSplit.Column);
        part.Vector(State, "dt_bias", valueHeads, WeightSplit.Column);
        part.Vector(State, "A_log", valueHeads, WeightSplit.Column);
        part.Vector(State, "norm", valueDim);
        part.Linear(State, "out_proj", hidden, values, WeightSplit.Row);
    }
}
