namespace LlmSizing;

/// <summary>How an engine is started; what is null is the engine's default for its version and GPU.</summary>
public sealed class EngineSettings
{
    private const long Largest = 1_000_000_000;

    /// <summary>Creates the settings.</summary>
    /// <param name="engineVersion">The engine's version; null for the newest known.</param>
    /// <param name="memoryFraction">vLLM's gpu_memory_utilization, SGLang's mem_fraction_static, TensorRT-LLM's free_gpu_memory_fraction; above 0, at most 1.</param>
    /// <param name="maxModelLength">The longest sequence in tokens; null for the model's longest context.</param>
    /// <param name="maxSequences">Sequences that run at once (max_num_seqs, max_running_requests).</param>
    /// <param name="maxBatchedTokens">Tokens of one step (max_num_batched_tokens, chunked_prefill_size, n_ubatch).</param>
    /// <param name="blockSize">Tokens of a block or page of the cache.</param>
    /// <param name="kvPrecision">How keys and values are stored; null for the model's default.</param>
    /// <param name="enforceEager">Whether CUDA graphs are off.</param>
    /// <param name="disableHybridManager">Whether vLLM keeps sliding and chunked layers as if they were full.</param>
    /// <param name="stateCacheMode">vLLM's mamba_cache_mode: none, align or all; null for the default.</param>
    /// <param name="speculativeTokens">Tokens drafted for each step; 0 without speculation.</param>
    /// <param name="offloadedLayers">llama.cpp's layers on the GPU; null for all.</param>
    /// <param name="kvCacheBytes">Bytes of the cache on one GPU, whatever is left: vLLM's kv_cache_memory_bytes, or what a log says; null for what is left.</param>
    /// <exception cref="SizingException">A value is out of its range.</exception>
    public EngineSettings(
        EngineVersion? engineVersion = null,
        decimal? memoryFraction = null,
        long? maxModelLength = null,
        long? maxSequences = null,
        long? maxBatchedTokens = null,
        long? blockSize = null,
        KvPrecision? kvPrecision = null,
        bool enforceEager = false,
        bool disableHybridManager = false,
        string? stateCacheMode = null,
        long speculativeTokens = 0,
        long? offloadedLayers = null,
        long? kvCacheBytes = null)
    {
        EngineVersion = engineVersion;
        MemoryFraction = memoryFraction is null or (> 0 and <= 1)
            ? memoryFraction
            : throw new SizingException("GpuMemoryUtilization", $"GpuMemoryUtilization is {NumberText.AsWritten(memoryFraction.Value)}: write a share above 0 and at most 1.");
        MaxModelLength = InRange(maxModelLength, "MaxModelLength");
        MaxSequences = InRange(maxSequences, "MaxSequences");
        MaxBatchedTokens = InRange(maxBatchedTokens, "MaxBatchedTokens");
        BlockSize = InRange(blockSize, "BlockSize");
        KvPrecision = kvPrecision;
        EnforceEager = enforceEager;
        DisableHybridManager = disableHybridManager;
        StateCacheMode = stateCacheMode is null or "none" or "align" or "all"
            ? stateCacheMode
            : throw new SizingException("StateCacheMode", $"StateCacheMode '{stateCacheMode}' is not one of none, align, all.");
        SpeculativeTokens = speculativeTokens is >= 0 and <= Largest ? speculativeTokens : throw Outside("SpeculativeTokens", speculativeTokens);
        OffloadedLayers = offloadedLayers is null or (>= 0 and <= Largest) ? offloadedLayers : throw Outside("OffloadedLayers", offloadedLayers.Value);
        KvCacheBytes = kvCacheBytes is null or >= 0 ? kvCacheBytes : throw Outside("KvCacheBytes", kvCacheBytes.Value);
    }

    /// <summary>Every setting at the engine's default.</summary>
    public static EngineSettings Default { get; } = new();

    /// <summary>The engine's version; null for the newest known.</summary>
    public EngineVersion? EngineVersion { get; }

    /// <summary>Share of the memory that the engine takes, above 0 and at most 1.</summary>
    public decimal? MemoryFraction { get; }

    /// <summary>The longest sequence in tokens.</summary>
    public long? MaxModelLength { get; }

    /// <summary>Sequences that run at once.</summary>
    public long? MaxSequences { get; }

    /// <summary>Tokens of one step.</summary>
    public long? MaxBatchedTokens { get; }

    /// <summary>Tokens of a block or page of the cache.</summary>
    public long? BlockSize { get; }

    /// <summary>How keys and values are stored.</summary>
    public KvPrecision? KvPrecision { get; }

    /// <summary>Whether CUDA graphs are off.</summary>
    public bool EnforceEager { get; }

    /// <summary>Whether vLLM keeps sliding and chunked layers as if they were full.</summary>
    public bool DisableHybridManager { get; }

    /// <summary>vLLM's mamba_cache_mode: none, align or all.</summary>
    public string? StateCacheMode { get; }

    /// <summary>Tokens drafted for each step; 0 without speculation.</summary>
    public long SpeculativeTokens { get; }

    /// <summary>llama.cpp's layers on the GPU; null for all.</summary>
    public long? OffloadedLayers { get; }

    /// <summary>Bytes of the cache on one GPU, in place of what is left; null for what is left.</summary>
    public long? KvCacheBytes { get; }

    private static long? InRange(long? value, string name) => value is null or (>= 1 and <= Largest) ? value : throw Outside(name, value.Value);

    private static SizingException Outside(string name, long value) => new(name, $"{name} is {NumberText.Plain(value)}, outside its range of whole numbers up to {NumberText.Plain(Largest)}.");
}
