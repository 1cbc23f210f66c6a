using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The buffers of keys, values and states on one device, for a number of cells.</summary>
/// <remarks>
/// llama-kv-cache.cpp: a row of ggml for each cell, layer, and keys or values; llama-kv-cache-iswa.cpp: cells of sliding layers;
/// llama-memory-recurrent.cpp: R and S in fp32 for each sequence.
/// </remarks>
internal sealed class LlamaCppCache
{
    private const long Pad = 256;
    private const long BatchBefore = 2048;
    private const long Float = 4;

    private static readonly string[] Formats = ["fp32", "fp16", "bf16", "q8_0", "q5_1", "q5_0", "q4_1", "q4_0", "iq4_nl"];

    // Their config.json has a window, which llama.cpp does not apply.
    private static readonly string[] WithoutWindows =
        ["Phi3ForCausalLM", "PhiMoEForCausalLM", "MistralForCausalLM", "MixtralForCausalLM", "Qwen2ForCausalLM", "Qwen2MoeForCausalLM", "Qwen3ForCausalLM", "Qwen3MoeForCausalLM", "Starcoder2ForCausalLM"];

    private readonly EngineCase of;
    private readonly KvPrecision precision;

    public LlamaCppCache(EngineCase of, long context)
    {
        this.of = of;
        precision = PrecisionOf(of);
        Cells = Padded(context);
        foreach (LayerGroup group in of.Model.Layers)
        {
            Add(group, of.Shard.CountOf(group));
        }
    }

    /// <summary>Cells of layers that keep the whole context: n_ctx, padded to 256.</summary>
    public long Cells { get; }

    public long KeyBytes { get; private set; }

    public long ValueBytes { get; private set; }

    /// <summary>R and S of recurrent layers.</summary>
    public long StateBytes { get; private set; }

    public long Bytes => checked(KeyBytes + ValueBytes + StateBytes);

    public string KeyName => precision.Key.Name;

    public string ValueName => precision.Value.Name;

    /// <summary>Cells of a sliding or chunked layer.</summary>
    public long SlidingCells(long window)
    {
        if (!LlamaCppRule.Holds("sliding_cache", of.Version))
        {
            return Cells;
        }
        long chunk = LlamaCppRule.Holds("sliding_ubatch", of.Version) ? of.MaxBatchedTokens : BatchBefore;
        long wanted = checked((window * of.MaxSequences) + chunk);
        return LlamaCppRule.Holds("sliding_pad", of.Version) ? Padded(Math.Min(Cells, wanted)) : Math.Min(Cells, Padded(wanted));
    }

    private void Add(LayerGroup group, long count)
    {
        switch (group)
        {
            case SlidingAttention sliding when !WithoutWindows.Contains(of.Model.Architecture?.Sizes.ClassName):
                AddHeads(sliding, count, SlidingCells(sliding.SlidingWindow!.Value));
                break;
            case ChunkedAttention chunked:
                AddHeads(chunked, count, SlidingCells(chunked.ChunkSize));
                break;
            case CrossAttention cross:
                AddHeads(cross, count, cross.EncoderTokens);
                break;
            case HeadAttention heads:
                AddHeads(heads, count, Cells);
                break;
            case LatentAttention latent:
                AddLatent(latent, count);
                break;
            case RecurrentState state:
                StateBytes = checked(StateBytes + (count * of.MaxSequences * Float * (Convolution(state.Shape) + (state.Shape.StateHeads * state.Shape.StateRows * state.Shape.StateColumns))));
                break;
            default:
                KeyBytes = checked(KeyBytes + (group.Count == 0 ? 0 : group.BytesPerSession(Cells, precision) / group.Count * count));
                break;
        }
    }

    private void AddHeads(HeadAttention heads, long count, long cells) =>
        Add(count * cells, heads.KeyValueHeads!.Value * heads.HeadDim!.Value, heads.KeyValueHeads.Value * heads.ValueHeadDim!.Value);

    private void AddLatent(LatentAttention latent, long count)
    {
        if (!LlamaCppRule.Holds("latent_cache", of.Version))
        {
            (long keys, long values) = WholeHeads(latent);
            Add(count * Cells, keys, values);
            return;
        }
        Add(count * Cells, latent.LatentDim + latent.RopeDim, LlamaCppRule.Holds("no_value_cache", of.Version) ? 0 : latent.LatentDim);
        Add(count * Cells, latent.IndexHeadDim ?? 0, 0);
    }

    private void Add(long cells, long keys, long values)
    {
        KeyBytes = checked(KeyBytes + (cells * precision.Key.Bytes(keys)));
        ValueBytes = checked(ValueBytes + (cells * precision.Value.Bytes(values)));
    }

    // Of the projections: queries have nope + rope rows for each head, kv_b has nope + value.
    private (long Keys, long Values) WholeHeads(LatentAttention latent)
    {
        long heads = of.Model.Architecture?.Sizes.NumAttentionHeads ?? 0;
        IEnumerable<WeightMatrix> attention = of.Model.Architecture?.Weights.Where(matrix => matrix.Component == WeightComponent.Attention) ?? [];
        WeightMatrix? query = attention.FirstOrDefault(matrix => matrix.Name is "q_b_proj" or "q_proj");
        WeightMatrix? keyValue = attention.FirstOrDefault(matrix => matrix.Name == "kv_b_proj");
        if (query is null || keyValue is null)
        {
            throw new SizingException("EngineVersion", $"llama.cpp before b{LlamaCppRule.All[0].From} keeps whole heads of {of.Model.Name}, and its catalog entry has no q_b_proj and kv_b_proj to size them: import its config.json, or take a newer build.");
        }
        return (query.Rows, keyValue.Rows - query.Rows + (heads * latent.RopeDim));
    }

    private static long Convolution(StateShape shape) =>
        shape.ConvolutionKernel <= 1 ? 0 : checked((shape.ConvolutionKernel - 1) * (shape.ConvolutionChannels + (2 * shape.Groups * shape.StateColumns)));

    // f16 unless asked for, whatever the model's config says.
    private static KvPrecision PrecisionOf(EngineCase of)
    {
        KvPrecision asked = of.Settings.KvPrecision ?? KvPrecision.Find("fp16")!;
        return Formats.Contains(asked.Key.Name) && Formats.Contains(asked.Value.Name) ? asked
            : throw new SizingException("KvPrecision", $"llama.cpp does not keep keys and values in {asked.Name}: write one of {string.Join(", ", Formats)}, or two with a slash.");
    }

    private static long Padded(long cells) => checked((cells + Pad - 1) / Pad * Pad);
}
