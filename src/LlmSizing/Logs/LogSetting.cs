namespace LlmSizing;

/// <summary>A setting that a log states: one of the engine's arguments, or what it made of them.</summary>
public sealed class LogSetting
{
    /// <summary>The model: a repository, a path or a name.</summary>
    public const string Model = "model";

    internal const string Version = "version";
    internal const string Architecture = "architecture";
    internal const string TensorParallel = "tensor_parallel";
    internal const string PipelineParallel = "pipeline_parallel";
    internal const string DataParallel = "data_parallel";
    internal const string ExpertParallel = "expert_parallel";
    internal const string DataParallelAttention = "data_parallel_attention";
    internal const string MemoryFraction = "memory_fraction";
    internal const string MaxModelLength = "max_model_length";
    internal const string MaxSequences = "max_sequences";
    internal const string MaxBatchedTokens = "max_batched_tokens";
    internal const string BlockSize = "block_size";
    internal const string KvPrecision = "kv_precision";
    internal const string KeyPrecision = "key_precision";
    internal const string ValuePrecision = "value_precision";
    internal const string Quantization = "quantization";
    internal const string Dtype = "dtype";
    internal const string EnforceEager = "enforce_eager";
    internal const string MicroBatch = "micro_batch";
    internal const string FlashAttention = "flash_attention";
    internal const string OffloadedLayers = "offloaded_layers";

    /// <summary>Creates the setting.</summary>
    /// <param name="name">Its name, the same for every engine.</param>
    /// <param name="value">What the log says.</param>
    /// <param name="line">The line's number, from 1.</param>
    public LogSetting(string name, string value, long line)
    {
        Name = name;
        Value = value;
        Line = line;
    }

    /// <summary>Its name, the same for every engine, such as tensor_parallel.</summary>
    public string Name { get; }

    /// <summary>What the log says.</summary>
    public string Value { get; }

    /// <summary>The line's number, from 1.</summary>
    public long Line { get; }

    /// <summary><c>tensor_parallel=2</c>.</summary>
    public override string ToString() => Name + "=" + Value;
}
