using System;

namespace LlmSizing;

/// <summary>A decoder of layers that attend and then pass an MLP or a mixture of experts; other families change parts of it.</summary>
internal class Decoder
{
    private const long MostLayers = 4096;
    private LayerKind[]? kinds;
    private Lazy<MoeBlock?>? moe;

    public Decoder(ImportContext context, DecoderTraits traits)
    {
        Context = context;
        Traits = traits;
        Config = context.Text;
        Hidden = Config.Integer("hidden_size", "n_embd", "d_model") is long hidden and > 0 ? hidden : throw new ImportException("hidden_size is 0: at least 1 is needed.", Config.PathOf("hidden_size"));
        Layers = CheckLayers(LayersOf(Config));
        Vocabulary = Config.FindInteger("padded_vocab_size", "vocab_size") ?? context.Root.Integer("vocab_size");
    }

    public ImportContext Context { get; }

    public DecoderTraits Traits { get; }

    public HfConfig Config { get; }

    public Checkpoint Checkpoint => Context.Checkpoint;

    public long Hidden { get; }

    public long Layers { get; }

    public long Vocabulary { get; }

    /// <summary>The mixture of experts, or null for a dense model.</summary>
    public MoeBlock? Moe => (moe ??= new Lazy<MoeBlock?>(FindMoe)).Value;

    public virtual long Heads => Config.Integer("num_attention_heads", "n_head", "n_heads");

    /// <summary>Query heads of the sizes; 0 where no layer attends.</summary>
    public virtual long QueryHeads => Heads;

    public virtual long KeyValueHeads => Config.FindInteger("num_key_value_heads", "num_kv_heads", "n_head_kv", "multi_query_group_num", "kv_n_heads") ?? Traits.KeyValueHeads ?? Heads;

    public virtual long HeadDim => Config.FindInteger("head_dim", "attention_head_dim", "kv_channels") ?? Traits.HeadDim ?? Divided();

    /// <summary>Elements of the dense MLP; 0 where there is none.</summary>
    public virtual long Intermediate => Moe is null
        ? Config.Integer("intermediate_size", "ffn_hidden_size", "n_inner", "ffn_dim", "ffn_hidden_size")
        : Config.Integer(0, "intermediate_size", "ffn_hidden_size");

    public bool IsTied => Config.Has("tie_word_embeddings") || !Context.Root.Has("tie_word_embeddings")
        ? Config.Flag(Traits.IsTied, "tie_word_embeddings", "tie_embedding")
        : Context.Root.Flag(Traits.IsTied, "tie_word_embeddings");

    public LayerKind[] Kinds => kinds ??= ReadKinds();

    /// <summary>Adds all of the model.</summary>
    public virtual void Build()
    {
        ModulePart outside = Checkpoint.Outside();
        outside.Plain(WeightComponent.Embedding, "embed_tokens", Vocabulary, Hidden, WeightSplit.Vocabulary);
        if (Traits.PositionEmbeddings > 0)
        {
            outside.Plain(WeightComponent.Embedding, "position_embeddings", Traits.PositionEmbeddings, Hidden, WeightSplit.Replicated);
        }
        if (Traits.HasEmbeddingNorm)
        {
            outside.Norm("word_embeddings_layernorm", Hidden, Traits.NormBias);
        }
        for (long layer = 0; layer < Layers; layer++)
        {
            AddLayer(layer, Checkpoint.Layer(layer, Traits.LayerModule + NumberText.Plain(layer) + "."), Checkpoint.Cache);
        }
        if (Traits.HasFinalNorm)
        {
            outside.Norm("norm", Hidden, Traits.NormBias);
        }
        AddHead(outside);
        AddDraft();
    }

    protected virtual MoeBlock? FindMoe() => MoeBlock.Find(Config, Traits, Layers);

    protected virtual LayerKind[] ReadKinds() => AttentionKinds.Read(Config, Traits, Layers);

    protected static long CheckLayers(long layers) => layers is >= 1 and <= MostLayers
        ? layers
        : throw new ImportException($"num_hidden_layers is {NumberText.Plain(layers)}: 1 to {NumberText.Plain(MostLayers)} layers are taken.", "num_hidden_layers");

    protected virtual long LayersOf(HfConfig config) => config.Integer("num_hidden_layers", "num_layers", "n_layer", "n_layers");

    protected virtual void AddHead(ModulePart outside)
    {
        if (Traits.HeadRows is long rows)
        {
            if (rows > 0)
            {
                outside.Plain(WeightComponent.Head, "score", rows, Hidden, WeightSplit.Replicated);
            }
        }
        else if (!IsTied)
        {
            outside.Linear(WeightComponent.Head, Traits.HeadName, Vocabulary, Hidden, WeightSplit.Vocabulary, bias: Traits.HeadBias, byName: true);
        }
    }

    protected virtual void AddLayer(long layer, ModulePart part, CacheLayers cache)
    {
        foreach (string norm in Traits.Norms)
        {
            part.Norm(norm, Hidden, Traits.NormBias);
        }
        AddMixer(layer, part, cache);
        AddFeedForward(layer, part);
    }

    protected virtual void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        AddCache(Kinds[layer], layer, cache, KeyValueHeads, HeadDim, null);
        new AttentionBlock(Hidden, Heads, KeyValueHeads, HeadDim).AddTo(part, Traits);
    }

    /// <summary>What a layer with heads keeps.</summary>
    protected void AddCache(LayerKind kind, long layer, CacheLayers cache, long heads, long headDim, long? valueHeadDim)
    {
        switch (kind)
        {
            case LayerKind.Full:
                cache.Full(layer, heads, headDim, valueHeadDim);
                break;
            case LayerKind.Sliding:
                cache.Sliding(layer, heads, headDim, AttentionKinds.Window(Config) ?? throw Config.Missing("sliding_window"), valueHeadDim);
                break;
            case LayerKind.Chunked:
                cache.Chunked(layer, heads, headDim, Config.FindInteger(1_000_000_000, "attention_chunk_size") ?? throw Config.Missing("attention_chunk_size"));
                break;
            default:
                throw new ImportException($"Layer {NumberText.Plain(layer)} is of a kind that {Context.ClassName} does not have.", Config.PathOf("layer_types"));
        }
    }

    protected virtual void AddFeedForward(long layer, ModulePart part)
    {
        if (Moe is not null && Moe.Layers[layer])
        {
            Moe.AddTo(part, Traits);
        }
        else
        {
            MlpBlock.Add(part.Inside(Traits.MlpModule), WeightComponent.Mlp, Traits, Hidden, Intermediate, bias: Traits.MlpBias);
        }
    }

    /// <summary>Layers of multi-token prediction; none unless the architecture has them.</summary>
    protected virtual void AddDraft()
    {
        if (Traits.HasDraftLayers)
        {
            DraftLayers.Add(this, AddLayer, Traits.RepeatsEmbeddingInDraft);
        }
    }

    private long Divided()
    {
        long heads = Heads;
        return heads > 0 && Hidden % heads == 0
            ? Hidden / heads
            : throw new ImportException($"The hidden size {NumberText.Plain(Hidden)} is no multiple of {NumberText.Plain(heads)} heads, and the config does not say {Config.PathOf("head_dim")}.", Config.PathOf("head_dim"));
    }
}
