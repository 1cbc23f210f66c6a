namespace LlmSizing;

/// <summary>Multi-head latent attention (DeepSeek-V2, arXiv 2405.04434): what it keeps and its matrices, an indexer of sparse attention included.</summary>
internal sealed class LatentBlock
{
    private readonly HfConfig config;
    private readonly long hidden;
    private readonly long heads;
    private readonly long queryRank;
    private readonly long latent;
    private readonly long rope;
    private readonly long nope;
    private readonly long value;
    private readonly bool bias;

    public LatentBlock(HfConfig config, long hidden, long heads)
    {
        this.config = config;
        this.hidden = hidden;
        this.heads = heads;
        queryRank = config.Integer(0, "q_lora_rank");
        latent = config.Integer("kv_lora_rank");
        rope = config.Integer("qk_rope_head_dim");
        nope = config.Integer("qk_nope_head_dim");
        value = config.Integer("v_head_dim");
        bias = config.Flag(false, "attention_bias");
        HasGate = config.Flag(false, "mla_use_output_gate");
    }

    public long? IndexHeadDim => config.FindInteger("index_head_dim");

    public bool HasGate { get; }

    public void AddState(long layer, CacheLayers cache, bool hasIndexer) => cache.Latent(layer, latent, rope, hasIndexer ? IndexHeadDim : null);

    /// <param name="part">The layer.</param>
    /// <param name="hasIndexer">Whether the layer has an indexer of its own.</param>
    public void AddTo(ModulePart part, bool hasIndexer)
    {
        const string Attention = WeightComponent.Attention;
        ModulePart inside = part.Inside("self_attn");
        if (queryRank > 0)
        {
            inside.Linear(Attention, "q_a_proj", queryRank, hidden, WeightSplit.Replicated, bias: bias);
            inside.Norm("q_a_layernorm", queryRank);
            inside.Linear(Attention, "q_b_proj", heads * (nope + rope), queryRank, WeightSplit.Column);
        }
        else
        {
            inside.Linear(Attention, "q_proj", heads * (nope + rope), hidden, WeightSplit.Column);
        }
        inside.Linear(Attention, "kv_a_proj_with_mqa", latent + rope, hidden, WeightSplit.Replicated, bias: bias);
        inside.Norm("kv_a_layernorm", latent);
        inside.Linear(Attention, "kv_b_proj", heads * (nope + value), latent, WeightSplit.Column);
        if (HasGate)
        {
            inside.Linear(Attention, "g_proj", heads * value, hidden, WeightSplit.Column);
        }
        inside.Linear(Attention, "o_proj", hidden, heads * value, WeightSplit.Row, bias: bias);
        if (hasIndexer && IndexHeadDim is long dim)
        {
            AddIndexer(inside.Inside("indexer"), dim);
        }
    }

    // Its keys' norm is a LayerNorm, with a bias; all of it is whole on every GPU (vLLM's deepseek_v2.py).
    private void AddIndexer(ModulePart part, long dim)
    {
        const string Indexer = WeightComponent.Indexer;
        long indexHeads = config.Integer("index_n_heads");
        part.Linear(Indexer, "wq_b", indexHeads * dim, queryRank, WeightSplit.Replicated);
        part.Linear(Indexer, "wk", dim, hidden, WeightSplit.Replicated);
        part.Plain(Indexer, "k_norm", dim, 1, WeightSplit.Replicated, bias: true);
        part.Plain(Indexer, "weights_proj", indexHeads, hidden, WeightSplit.Replicated);
    }
}
