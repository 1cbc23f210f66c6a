using System;

namespace LlmSizing;

/// <summary>The sizes of a recurrent layer's state.</summary>
public sealed class StateShape
{
    /// <summary>Creates the sizes; the convolution or the recurrent part is absent where its numbers are 0, not both.</summary>
    /// <param name="convolutionChannels">Channels of the convolution without Mamba 2's groups: d_inner, or the sum of the query, key and value channels.</param>
    /// <param name="convolutionKernel">Its kernel; the state keeps one input less.</param>
    /// <param name="groups">Groups of Mamba 2's B and C, each adding 2 × columns channels to the convolution; 0 elsewhere.</param>
    /// <param name="stateHeads">Heads of the recurrent state.</param>
    /// <param name="stateRows">Rows of one head's state: the head dim.</param>
    /// <param name="stateColumns">Columns of one head's state: the state size.</param>
    /// <param name="convolutionFormat">Number type of the convolution's part.</param>
    /// <param name="stateFormat">Number type of the recurrent part.</param>
    /// <exception cref="SizingException">A number is negative, or both parts are empty.</exception>
    public StateShape(
        long convolutionChannels, long convolutionKernel, long groups, long stateHeads, long stateRows, long stateColumns,
        KvPrecision convolutionFormat, KvPrecision stateFormat)
    {
        ConvolutionChannels = NotNegative(convolutionChannels, "conv_channels");
        ConvolutionKernel = NotNegative(convolutionKernel, "conv_kernel");
        Groups = NotNegative(groups, "state_groups");
        StateHeads = NotNegative(stateHeads, "state_heads");
        StateRows = NotNegative(stateRows, "state_head_dim");
        StateColumns = NotNegative(stateColumns, "state_size");
        ConvolutionFormat = convolutionFormat?.Key ?? throw new ArgumentNullException(nameof(convolutionFormat));
        StateFormat = stateFormat?.Key ?? throw new ArgumentNullException(nameof(stateFormat));
        if (ConvolutionBytes(1) + RecurrentBytes(1) == 0)
        {
            throw new SizingException("state_heads", "A recurrent layer needs a convolution (conv_channels, conv_kernel), a state (state_heads, state_head_dim, state_size), or both.");
        }
    }

    /// <summary>Channels of the convolution without the groups of Mamba 2.</summary>
    public long ConvolutionChannels { get; }

    /// <summary>Inputs of the convolution; the state keeps one less.</summary>
    public long ConvolutionKernel { get; }

    /// <summary>Groups of Mamba 2's B and C; 0 elsewhere.</summary>
    public long Groups { get; }

    /// <summary>Heads of the recurrent state.</summary>
    public long StateHeads { get; }

    /// <summary>Rows of one head's state.</summary>
    public long StateRows { get; }

    /// <summary>Columns of one head's state.</summary>
    public long StateColumns { get; }

    /// <summary>Number type of the convolution's part.</summary>
    public ElementFormat ConvolutionFormat { get; }

    /// <summary>Number type of the recurrent part.</summary>
    public ElementFormat StateFormat { get; }

    /// <summary>Bytes of one layer's convolution on one GPU.</summary>
    public long ConvolutionBytes(long tensorParallel)
    {
        if (ConvolutionKernel <= 1)
        {
            return 0;
        }
        // Groups that the GPUs do not divide are repeated, one for each GPU (vLLM's extra_groups_for_head_shards).
        long groups = Groups % tensorParallel == 0 ? Groups : tensorParallel;
        long channels = checked(ConvolutionChannels + (2 * groups * StateColumns));
        return checked(ConvolutionFormat.Bytes(Division.Ceiling(channels, tensorParallel)) * (ConvolutionKernel - 1));
    }

    /// <summary>Bytes of one layer's recurrent state on one GPU.</summary>
    public long RecurrentBytes(long tensorParallel) =>
        StateHeads == 0 ? 0 : checked(StateFormat.Bytes(Division.Ceiling(StateHeads, tensorParallel) * StateRows * StateColumns));

    private static long NotNegative(long value, string field) =>
        value >= 0 ? value : throw new SizingException(field, $"{field} is {NumberText.Plain(value)}: write a whole number of at least 0.");
}
