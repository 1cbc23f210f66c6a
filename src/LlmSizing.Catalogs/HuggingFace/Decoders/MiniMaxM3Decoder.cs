using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>MiniMax M3: most layers attend to blocks that an indexer chooses; all of them keep the whole context.</summary>
internal sealed class MiniMaxM3Decoder : Decoder
{
    private readonly IReadOnlyList<long>? sparse;
    private readonly long indexHeads;
    private readonly long indexDim;

    public MiniMaxM3Decoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        HfConfig? own = Config.FindObject("sparse_attention_config");
        sparse = own?.FindIntegers("sparse_attention_freq")
            ?? Config.FindTexts("layer_types")?.Select(type => type == "minimax_m3_sparse" ? 1L : 0L).ToArray();
        indexHeads = own?.Integer(4, "sparse_num_index_heads") ?? Config.Integer(4, "index_n_heads");
        indexDim = own?.Integer(128, "sparse_index_dim") ?? Config.Integer(128, "index_head_dim");
    }

    public override long Intermediate => Config.Integer("dense_intermediate_size", "intermediate_size");

    public override void Build()
    {
        base.Build();
        if (sparse?.Contains(1) == true)
        {
            Checkpoint.Estimated($"The keys of the block indexer, {NumberText.Plain(indexDim)} elements a token in each sparse layer, are not in the bytes of the cache.");
        }
    }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        AddCache(LayerKind.Full, layer, cache, KeyValueHeads, HeadDim, null);
        new AttentionBlock(Hidden, Heads, KeyValueHeads, HeadDim).AddTo(part, Traits);
        if (sparse is not null && layer < sparse.Count && sparse[(int)layer] != 0)
        {
            ModulePart inside = part.Inside("self_attn");
            inside.Linear(WeightComponent.Indexer, "index_q_proj", indexHeads * indexDim, Hidden, WeightSplit.Column);
            inside.Linear(WeightComponent.Indexer, "index_k_proj", indexDim, Hidden, WeightSplit.Replicated);
            inside.Vector(WeightComponent.Indexer, "index_q_norm", indexDim);
            inside.Vector(WeightComponent.Indexer, "index_k_norm", indexDim);
        }
    }
}
