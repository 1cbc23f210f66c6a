using System;

namespace LlmSizing;

/// <summary>What the layers of an architecture keep: one method for each way, called layer by layer.</summary>
/// <remarks>llama.cpp's <c>load_hparams</c> of each architecture, <c>llama_hparams::set_swa_pattern</c>, <c>n_embd_r</c> and <c>n_embd_s</c>.</remarks>
internal static class GgufCache
{
    private const long GptOssPattern = 2;

    private static readonly KvPrecision State = KvPrecision.Find("fp32")!;

    /// <summary>All layers keep the whole context; those without key/value heads keep nothing.</summary>
    public static void Full(GgufConfig config, CacheLayers cache, long layer)
    {
        long heads = config.KeyValueHeads(layer);
        if (heads > 0)
        {
            cache.Full(layer, heads, config.KeyLength(layer), config.ValueLength(layer));
        }
    }

    /// <summary>One layer in a few keeps the whole context, the others a window where the file states one.</summary>
    /// <param name="pattern">The few; each layer's own flag counts before it.</param>
    /// <param name="isFullFirst">Whether the first of them is the whole one, not the last.</param>
    public static Action<GgufConfig, CacheLayers, long> Windows(long pattern, bool isFullFirst = false) => (config, cache, layer) =>
    {
        if (!config.HasWindow || !IsSliding(config, layer, pattern, isFullFirst))
        {
            Full(config, cache, layer);
            return;
        }
        long key = config.Find("attention.key_length_swa") ?? config.KeyLength(layer);
        long value = config.Find("attention.value_length_swa") ?? config.ValueLength(layer);
        cache.Sliding(layer, config.KeyValueHeads(layer), key, config.Window, value);
    };

    /// <summary>Windows stated layer by layer; the last layers may read the cache of others.</summary>
    public static void StatedWindows(GgufConfig config, CacheLayers cache, long layer)
    {
        if (!config.IsArray("attention.sliding_window_pattern"))
        {
            throw config.Missing("attention.sliding_window_pattern");
        }
        if (layer >= config.Layers - (config.Find("attention.shared_kv_layers") ?? 0))
        {
            cache.Shared(layer);
            return;
        }
        Windows(GptOssPattern)(config, cache, layer);
    }

    /// <summary>Gemma 3n: windows, and the layers from the 20th on share, unless the file states how many do.</summary>
    public static void Gemma3n(GgufConfig config, CacheLayers cache, long layer)
    {
        const long Own = 20;
        long own = config.Find("attention.shared_kv_layers") is long shared ? config.Layers - shared : Own;
        if (layer >= own)
        {
            cache.Shared(layer);
            return;
        }
        Windows(5)(config, cache, layer);
    }

    /// <summary>Llama 4: three layers of chunks, then one whole; llama.cpp takes chunks of 8192 tokens, for the file states none.</summary>
    public static void Llama4(GgufConfig config, CacheLayers cache, long layer)
    {
        const long Chunk = 8192;
        if (config.Find("attention.sliding_window") == 0 || !IsSliding(config, layer, 4, false))
        {
            Full(config, cache, layer);
            return;
        }
        cache.Chunked(layer, config.KeyValueHeads(layer), config.KeyLength(layer), Chunk);
    }

    /// <summary>Latent attention, with an indexer where the file has one.</summary>
    public static void Latent(GgufConfig config, CacheLayers cache, long layer) =>
        cache.Latent(layer, config.Need("attention.kv_lora_rank"), config.Need("rope.dimension_count"), config.Find("attention.indexer.key_length"));

    /// <summary>Every layer is a Mamba of the first or second kind.</summary>
    public static Action<GgufConfig, CacheLayers, long> Mamba(string mechanism) => (config, cache, layer) => cache.Recurrent(layer, mechanism, MambaState(config, mechanism));

    /// <summary>Layers without key/value heads are recurrent, the others keep the whole context.</summary>
    public static Action<GgufConfig, CacheLayers, long> Hybrid(string mechanism) => (config, cache, layer) =>
    {
        if (!config.IsArray("attention.head_count_kv"))
        {
            throw config.Missing("attention.head_count_kv (one number for each layer)");
        }
        if (config.KeyValueHeads(layer) > 0)
        {
            Full(config, cache, layer);
            return;
        }
        cache.Recurrent(layer, mechanism, mechanism == "short_conv" ? ShortConvolution(config) : MambaState(config, mechanism));
    };

    /// <summary>Nemotron-H: a layer is recurrent, attends, or is an MLP alone, which keeps nothing.</summary>
    public static void NemotronH(GgufConfig config, CacheLayers cache, long layer)
    {
        if (config.KeyValueHeads(layer) > 0)
        {
            Full(config, cache, layer);
        }
        else if (config.At("feed_forward_length", layer) is null or 0)
        {
            cache.Recurrent(layer, "mamba2", MambaState(config, "mamba2"));
        }
    }

    /// <summary>Falcon-H1: every layer attends and is recurrent.</summary>
    public static void Both(GgufConfig config, CacheLayers cache, long layer)
    {
        Full(config, cache, layer);
        cache.Recurrent(layer, "mamba2", MambaState(config, "mamba2"));
    }

    /// <summary>Gated delta nets, and one layer in a few that attends.</summary>
    public static void GatedDeltaNet(GgufConfig config, CacheLayers cache, long layer)
    {
        const long Default = 4;
        long interval = config.Find("full_attention_interval") is long stated and > 0 ? stated : Default;
        if ((layer + 1) % interval == 0 || layer >= config.Layers)
        {
            Full(config, cache, layer);
            return;
        }
        cache.Recurrent(layer, "gated_delta_net", MambaState(config, "gated_delta_net"));
    }

    /// <summary>Kimi Linear: delta attention where a layer has no key/value heads, else latent attention.</summary>
    public static void Kda(GgufConfig config, CacheLayers cache, long layer)
    {
        if (config.KeyValueHeads(layer) > 0)
        {
            Latent(config, cache, layer);
            return;
        }
        long heads = config.QueryHeads(layer);
        long dim = config.Need("kda.head_dim");
        cache.Recurrent(layer, "kda", new StateShape(3 * heads * dim, config.Need("ssm.conv_kernel"), 0, heads, dim, dim, State, State));
    }

    private static bool IsSliding(GgufConfig config, long layer, long pattern, bool isFullFirst)
    {
        if (config.IsArray("attention.sliding_window_pattern"))
        {
            return config.At("attention.sliding_window_pattern", layer) != 0;
        }
        long period = config.Find("attention.sliding_window_pattern") is long stated and > 0 ? stated : pattern;
        return layer % period != (isFullFirst ? 0 : period - 1);
    }

    // Mamba 1 has a state of its own for each channel, Mamba 2 and delta nets one for each head; the number of heads is stated as the rank of the time step.
    private static StateShape MambaState(GgufConfig config, string mechanism)
    {
        long inner = config.Need("ssm.inner_size");
        long state = config.Need("ssm.state_size");
        long kernel = config.Need("ssm.conv_kernel");
        if (mechanism == "mamba1")
        {
            return new StateShape(inner, kernel, 0, inner, 1, state, State, State);
        }
        long heads = config.Need("ssm.time_step_rank");
        long groups = config.Need("ssm.group_count");
        return inner % heads == 0
            ? new StateShape(inner, kernel, groups, heads, inner / heads, state, State, State)
            : throw new ImportException($"ssm.inner_size of {NumberText.Plain(inner)} is no multiple of the {NumberText.Plain(heads)} heads of ssm.time_step_rank.", "ssm.inner_size");
    }

    private static StateShape ShortConvolution(GgufConfig config) => new(config.Hidden, config.Need("shortconv.l_cache"), 0, 0, 0, 0, State, State);
}
