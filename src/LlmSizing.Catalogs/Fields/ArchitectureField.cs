namespace LlmSizing;

/// <summary>The sizes that weights, placement and an engine's memory depend on, by the names of config.json.</summary>
internal sealed class ArchitectureField : Field<ArchitectureSizes>
{
    private const long Largest = 1_000_000_000_000;

    private static readonly TextField Class = new("class", true, EntryFields.WordLength, "The model class, such as Qwen3MoeForCausalLM.");
    private static readonly IntegerField HiddenSize = new("hidden_size", true, 1, Largest, "elements", "Elements of a token's hidden state.");
    private static readonly IntegerField VocabSize = new("vocab_size", true, 1, Largest, "tokens", "Tokens of the vocabulary.");
    private static readonly IntegerField HiddenLayers = new("num_hidden_layers", true, 1, ModelLimits.Layers, "layers", "Layers, those without attention included.");
    private static readonly IntegerField AttentionHeads = new("num_attention_heads", false, 1, ModelLimits.Heads, "heads", "Query heads of a layer.");
    private static readonly IntegerField IntermediateSize = new("intermediate_size", false, 1, Largest, "elements", "Elements of the widest dense MLP.");
    private static readonly IntegerField Experts = new("num_experts", false, 1, ModelLimits.Heads, "experts", "Routed experts of a layer.");
    private static readonly IntegerField ExpertsPerToken = new("num_experts_per_tok", false, 1, ModelLimits.Heads, "experts", "Routed experts that a token passes.");
    private static readonly IntegerField MoeIntermediateSize = new("moe_intermediate_size", false, 1, Largest, "elements", "Elements of a routed expert's MLP.");
    private static readonly BooleanField Multimodal = new("multimodal", false, "Whether the model has a vision or audio tower.");
    private static readonly ChoiceField Dtype = new("dtype", false, ["bf16", "fp16", "fp32"], "Number type of the activations; bf16 when left out.");
    private static readonly TextField Quantization = new("quantization", false, EntryFields.WordLength, "How the weights are quantised; left out where they are not.");

    public ArchitectureField(string name, string description)
        : base(name, isRequired: false, description)
    {
    }

    public MapShape Shape { get; } = new(
        Class, HiddenSize, VocabSize, HiddenLayers, AttentionHeads, IntermediateSize, Experts, ExpertsPerToken, MoeIntermediateSize, Multimodal, Dtype, Quantization);

    public override string Expected => "a mapping, such as { class: LlamaForCausalLM, hidden_size: 4096, vocab_size: 128256, num_hidden_layers: 32, num_attention_heads: 32, intermediate_size: 14336 }";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not MapNode map)
        {
            return WrongType(value, place);
        }
        long before = place.Problems.Count;
        Values values = Shape.Read(map, place.Inside(Name));
        return place.Problems.Count > before ? null : new ArchitectureSizes(
            values.Get(Class), values.Get(HiddenSize), values.Get(VocabSize), values.Get(HiddenLayers), values.Number(AttentionHeads) ?? 0, values.Number(IntermediateSize) ?? 0,
            values.Number(Experts) ?? 0, values.Number(ExpertsPerToken) ?? 0, values.Number(MoeIntermediateSize) ?? 0, values.Number(Multimodal) ?? false,
            values.Find(Dtype) ?? "bf16", values.Find(Quantization));
    }
}
