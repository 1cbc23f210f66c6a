using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Layers that keep a state of fixed size per sequence and no token: state-space models, linear attention, short convolutions.</summary>
/// <remarks>
/// Two parts per layer: a convolution's last <c>kernel − 1</c> inputs for each channel, and a recurrent state of heads × rows × columns. Under tensor parallelism channels and
/// heads are split; the group channels of Mamba 2 (its B and C) are repeated where the groups do not divide. vLLM's <c>mamba_utils.py</c>; Dao and Gu 2024, arXiv 2405.21060.
/// </remarks>
public sealed class RecurrentState : LayerGroup
{
    private readonly string mechanism;

    /// <summary>Creates the group.</summary>
    /// <param name="mechanism">One of <see cref="Mechanisms"/>.</param>
    /// <param name="count">Layers.</param>
    /// <param name="shape">The sizes of the state.</param>
    /// <param name="at">Which layers they are.</param>
    /// <exception cref="SizingException">A number is below 1, or the mechanism is not known.</exception>
    public RecurrentState(string mechanism, long count, StateShape shape, LayerSet? at = null)
        : base(count, at)
    {
        this.mechanism = Mechanisms.Contains(mechanism) ? mechanism : throw new SizingException("layout", $"'{mechanism}' is not one of {string.Join(", ", Mechanisms)}.");
        Shape = shape ?? throw new ArgumentNullException(nameof(shape));
    }

    /// <summary>The mechanisms that are known.</summary>
    public static IReadOnlyList<string> Mechanisms { get; } = ["mamba1", "mamba2", "gated_delta_net", "kda", "linear", "short_conv"];

    /// <summary>The mechanism's name.</summary>
    public override string Layout => mechanism;

    /// <summary>The sizes of the state.</summary>
    public StateShape Shape { get; }

    /// <inheritdoc/>
    public override IEnumerable<RationaleInput> Sizes
    {
        get
        {
            RationaleInput[] numbers =
            [
                new("conv_channels", Shape.ConvolutionChannels), new("conv_kernel", Shape.ConvolutionKernel), new("state_groups", Shape.Groups),
                new("state_heads", Shape.StateHeads), new("state_head_dim", Shape.StateRows), new("state_size", Shape.StateColumns),
            ];
            return numbers.Where(size => size.Value is not 0L)
                .Append(new RationaleInput("conv_dtype", Shape.ConvolutionFormat.Name))
                .Append(new RationaleInput("state_dtype", Shape.StateFormat.Name));
        }
    }

    /// <summary>No token is kept.</summary>
    public override long CachedTokens(long context) => 0;

    /// <inheritdoc/>
    public override long TokenBytes(KvPrecision precision, long tensorParallel = 1) => 0;

    /// <summary>The state's bytes; its precision is its own.</summary>
    public override long SequenceBytes(KvPrecision precision, long tensorParallel = 1) => checked(Shape.ConvolutionBytes(tensorParallel) + Shape.RecurrentBytes(tensorParallel));

    /// <inheritdoc/>
    public override string Formula(long context, KvPrecision precision)
    {
        string convolution = Shape.ConvolutionChannels == 0 ? "" :
            $"{Plain(Shape.ConvolutionKernel - 1)} × {Plain(Shape.ConvolutionChannels + (2 * Shape.Groups * Shape.StateColumns))} × {NumberText.AsWritten(Shape.ConvolutionFormat.BytesPerElement)}";
        string recurrent = Shape.StateHeads == 0 ? "" :
            $"{Plain(Shape.StateHeads)} × {Plain(Shape.StateRows)} × {Plain(Shape.StateColumns)} × {NumberText.AsWritten(Shape.StateFormat.BytesPerElement)}";
        return convolution.Length > 0 && recurrent.Length > 0 ? $"({convolution} + {recurrent}) × {Plain(Count)}" : $"{convolution}{recurrent} × {Plain(Count)}";
    }

    /// <inheritdoc/>
    public override string ToString() => $"{base.ToString()}, {Plain(SequenceBytes(KvPrecision.All[0]))} bytes per sequence and layer";
}
