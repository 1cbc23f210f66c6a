namespace LlmSizing;

/// <summary>The fields of a layer group; which of them a group has depends on its layout.</summary>
internal static class LayerFields
{
    private static readonly string[] StateTypes = ["bf16", "fp16", "fp32", "fp8", "int8"];

    public static readonly ChoiceField Layout = new(
        "layout", true, ["full", "sliding", "chunked", "mla", "compressed", "shared", "cross", .. RecurrentState.Mechanisms],
        "How the layers keep their cache: full, the whole context; sliding and chunked, the newest tokens; mla, a latent; shared, nothing of their own; cross, an encoder's tokens; the others, a state of fixed size.");

    public static readonly IntegerField Count = new("count", true, 1, ModelLimits.Layers, "layers", "Layers of the group.");
    public static readonly LayerSetField At = new("at", "Which layers they are, counted from 0; left out, they are spread evenly.");
    public static readonly IntegerField Heads = new("num_key_value_heads", false, 1, ModelLimits.Heads, "heads", "Key/value heads of a layer (not query heads).");
    public static readonly IntegerField HeadDim = new("head_dim", false, 1, ModelLimits.HeadDim, "elements", "Elements of one key vector of a head.");
    public static readonly IntegerField ValueHeadDim = new("value_head_dim", false, 1, ModelLimits.HeadDim, "elements", "Elements of one value vector of a head, where it differs from head_dim.");
    public static readonly IntegerField Window = new("sliding_window", false, 1, ModelLimits.Tokens, "tokens", "Tokens that a sliding layer keeps; required there, refused elsewhere.");
    public static readonly IntegerField ChunkSize = new("chunk_size", false, 1, ModelLimits.Tokens, "tokens", "Tokens of a chunk of a chunked layer.");
    public static readonly IntegerField EncoderTokens = new("encoder_tokens", false, 1, ModelLimits.Tokens, "tokens", "Tokens of the encoder that a cross-attention layer keeps.");
    public static readonly IntegerField LatentDim = new("kv_lora_rank", false, 1, ModelLimits.HeadDim, "elements", "Elements of the latent of an mla layer.");
    public static readonly IntegerField RopeDim = new("qk_rope_head_dim", false, 1, ModelLimits.HeadDim, "elements", "Elements of the rope part of an mla layer's key.");
    public static readonly IntegerField IndexHeadDim = new("index_head_dim", false, 1, ModelLimits.HeadDim, "elements", "Elements of an indexer key of sparse attention.");
    public static readonly IntegerField CompressionRatio = new("compression_ratio", false, 0, ModelLimits.Tokens, "tokens", "Tokens of one entry of a compressed layer; 0 where it keeps the window alone.");
    public static readonly IntegerField ConvolutionChannels = new("conv_channels", false, 1, ModelLimits.HeadDim, "channels", "Channels of a recurrent layer's convolution, without the groups of Mamba 2.");
    public static readonly IntegerField ConvolutionKernel = new("conv_kernel", false, 2, ModelLimits.Heads, "inputs", "Inputs of the convolution; the state keeps one less.");
    public static readonly IntegerField StateGroups = new("state_groups", false, 1, ModelLimits.Heads, "groups", "Groups of Mamba 2's B and C.");
    public static readonly IntegerField StateHeads = new("state_heads", false, 1, ModelLimits.Heads, "heads", "Heads of the recurrent state.");
    public static readonly IntegerField StateHeadDim = new("state_head_dim", false, 1, ModelLimits.HeadDim, "elements", "Rows of one head's state.");
    public static readonly IntegerField StateSize = new("state_size", false, 1, ModelLimits.HeadDim, "elements", "Columns of one head's state.");
    public static readonly ChoiceField ConvolutionDtype = new("conv_dtype", false, StateTypes, "Number type of the convolution's part; bf16 when left out.");
    public static readonly ChoiceField StateDtype = new("state_dtype", false, StateTypes, "Number type of the recurrent part; bf16 when left out.");

    public static readonly Field[] Sizes =
    [
        Heads, HeadDim, ValueHeadDim, Window, ChunkSize, EncoderTokens, LatentDim, RopeDim, IndexHeadDim, CompressionRatio,
        ConvolutionChannels, ConvolutionKernel, StateGroups, StateHeads, StateHeadDim, StateSize, ConvolutionDtype, StateDtype,
    ];
}
