namespace LlmSizing;

/// <summary>Sizes of a model by the names of its config.json; a size that the model does not have is 0.</summary>
public sealed class ArchitectureSizes
{
    /// <summary>Creates the sizes.</summary>
    /// <param name="className">The model class, such as Qwen3MoeForCausalLM; it decides how an engine runs the model.</param>
    /// <param name="hiddenSize">Elements of a token's hidden state, at least 1.</param>
    /// <param name="vocabSize">Tokens of the vocabulary, at least 1.</param>
    /// <param name="numHiddenLayers">Layers, those without attention included, at least 1.</param>
    /// <param name="numAttentionHeads">Query heads of a layer; 0 where no layer attends.</param>
    /// <param name="intermediateSize">Elements of the widest dense MLP; 0 without one.</param>
    /// <param name="numExperts">Routed experts of a layer; 0 for a dense model.</param>
    /// <param name="numExpertsPerToken">Routed experts that a token passes.</param>
    /// <param name="moeIntermediateSize">Elements of a routed expert's MLP.</param>
    /// <param name="isMultimodal">Whether the model has a vision or audio tower.</param>
    /// <param name="dtype">Number type of the activations: bf16, fp16 or fp32.</param>
    /// <param name="quantization">How the weights are quantised in the field's words, or null where they are not.</param>
    /// <exception cref="SizingException">A size is out of its range.</exception>
    public ArchitectureSizes(
        string className, long hiddenSize, long vocabSize, long numHiddenLayers, long numAttentionHeads, long intermediateSize,
        long numExperts = 0, long numExpertsPerToken = 0, long moeIntermediateSize = 0, bool isMultimodal = false, string dtype = "bf16", string? quantization = null)
    {
        ClassName = className;
        HiddenSize = AtLeast(1, hiddenSize, "hidden_size");
        VocabSize = AtLeast(1, vocabSize, "vocab_size");
        NumHiddenLayers = AtLeast(1, numHiddenLayers, "num_hidden_layers");
        NumAttentionHeads = AtLeast(0, numAttentionHeads, "num_attention_heads");
        IntermediateSize = AtLeast(0, intermediateSize, "intermediate_size");
        NumExperts = AtLeast(0, numExperts, "num_experts");
        NumExpertsPerToken = AtLeast(0, numExpertsPerToken, "num_experts_per_tok");
        MoeIntermediateSize = AtLeast(0, moeIntermediateSize, "moe_intermediate_size");
        IsMultimodal = isMultimodal;
        Dtype = dtype;
        Quantization = quantization;
    }

    /// <summary>The model class.</summary>
    public string ClassName { get; }

    /// <summary>Elements of a token's hidden state.</summary>
    public long HiddenSize { get; }

    /// <summary>Tokens of the vocabulary.</summary>
    public long VocabSize { get; }

    /// <summary>Layers, those without attention included.</summary>
    public long NumHiddenLayers { get; }

    /// <summary>Query heads of a layer; 0 where no layer attends.</summary>
    public long NumAttentionHeads { get; }

    /// <summary>Elements of the widest dense MLP; 0 without one.</summary>
    public long IntermediateSize { get; }

    /// <summary>Routed experts of a layer; 0 for a dense model.</summary>
    public long NumExperts { get; }

    /// <summary>Routed experts that a token passes.</summary>
    public long NumExpertsPerToken { get; }

    /// <summary>Elements of a routed expert's MLP.</summary>
    public long MoeIntermediateSize { get; }

    /// <summary>Whether the model has a vision or audio tower.</summary>
    public bool IsMultimodal { get; }

    /// <summary>Number type of the activations: bf16, fp16 or fp32.</summary>
    public string Dtype { get; }

    /// <summary>How the weights are quantised, or null where they are not.</summary>
    public string? Quantization { get; }

    private static long AtLeast(long least, long value, string field) => value >= least && value <= 1_000_000_000_000
        ? value
        : throw new SizingException(field, $"{field} is {NumberText.Plain(value)}: write {NumberText.Plain(least)} to 10^12.");
}
