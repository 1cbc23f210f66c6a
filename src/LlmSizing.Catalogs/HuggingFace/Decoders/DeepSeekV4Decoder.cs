using System.Collections.Generic;

namespace LlmSizing;

/// <summary>DeepSeek V4: a sliding window and compressed entries in every layer, hyper-connections around them, experts chosen by a hash of the token in the first layers.</summary>
/// <remarks>Shapes read from vLLM's <c>deepseek_v4.py</c> and <c>deepseek_compressor.py</c>.</remarks>
internal sealed class DeepSeekV4Decoder : Decoder
{
    private static readonly WeightFormat Single = WeightFormat.Find("fp32")!;
    private readonly IReadOnlyList<long> ratios;
    private readonly long queryRank;
    private readonly long outputRank;
    private readonly long groups;
    private readonly long indexDim;
    private readonly long indexHeads;
    private readonly long streams;

    public DeepSeekV4Decoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        ratios = Config.FindIntegers("compress_ratios") ?? throw Config.Missing("compress_ratios");
        queryRank = Config.Integer("q_lora_rank");
        outputRank = Config.Integer("o_lora_rank");
        groups = Config.Integer("o_groups");
        indexDim = Config.Integer("index_head_dim");
        indexHeads = Config.Integer("index_n_heads");
        streams = Config.Integer("hc_mult");
        if (ratios.Count < Layers || groups == 0 || Heads * HeadDim % groups != 0)
        {
            throw new ImportException("compress_ratios has fewer items than there are layers, or o_groups does not divide the heads.", Config.PathOf("compress_ratios"));
        }
    }

    public override long Intermediate => 0;

    public override void Build()
    {
        base.Build();
        Checkpoint.Estimated("The cache of compressed attention is read from the config's fields and the engine's shapes, not from a running engine.");
        AddStreams(Checkpoint.Outside(), "hc_head", streams, 1);
    }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        const string Attention = WeightComponent.Attention;
        long ratio = layer < ratios.Count ? ratios[(int)layer] : 0;
        cache.Compressed(layer, HeadDim, AttentionKinds.Window(Config) ?? throw Config.Missing("sliding_window"), ratio, indexDim);
        ModulePart inside = part.Inside("attn");
        inside.Linear(Attention, "wq_a", queryRank, Hidden, WeightSplit.Replicated);
        inside.Norm("q_norm", queryRank);
        inside.Linear(Attention, "wq_b", Heads * HeadDim, queryRank, WeightSplit.Column);
        inside.Linear(Attention, "wkv", HeadDim, Hidden, WeightSplit.Replicated);
        inside.Norm("kv_norm", HeadDim);
        inside.Linear(Attention, "wo_a", groups * outputRank, Heads * HeadDim / groups, WeightSplit.Column);
        inside.Linear(Attention, "wo_b", Hidden, groups * outputRank, WeightSplit.Row);
        inside.Vector(Attention, "attn_sink", Heads, WeightSplit.Column, format: Single);
        if (ratio > 0)
        {
            AddCompressor(inside.Inside("compressor"), Attention, ratio, HeadDim);
        }
        if (ratio == 4)
        {
            ModulePart indexer = inside.Inside("indexer");
            indexer.Linear(WeightComponent.Indexer, "wq_b", indexHeads * indexDim, queryRank, WeightSplit.Replicated);
            indexer.Plain(WeightComponent.Indexer, "weights_proj", indexHeads, Hidden, WeightSplit.Replicated);
            AddCompressor(indexer.Inside("compressor"), WeightComponent.Indexer, ratio, indexDim);
        }
        // Hyper-connections: a mix of the streams before and after attention, and the experts.
        AddStreams(part, "hc_attn", (2 + streams) * streams, 3);
        AddStreams(part, "hc_ffn", (2 + streams) * streams, 3);
    }

    protected override void AddFeedForward(long layer, ModulePart part)
    {
        MoeBlock moe = Moe ?? throw Config.Missing("n_routed_experts");
        bool isHashed = layer < Config.Integer(0, "num_hash_layers");
        moe.AddTo(part, Traits);
        if (isHashed)
        {
            part.Plain(WeightComponent.Router, "tid2eid", Vocabulary, moe.PerToken, WeightSplit.Replicated, format: WeightFormat.Find("int64"));
        }
        else
        {
            part.Vector(WeightComponent.Router, "bias", moe.Experts, format: Single);
        }
    }

    protected override void AddDraft()
    {
        for (long i = 0; i < Config.Integer(0, "num_nextn_predict_layers"); i++)
        {
            ModulePart part = Checkpoint.Of(WeightComponent.Mtp, "mtp." + NumberText.Plain(i) + ".");
            part.Norm("enorm", Hidden);
            part.Norm("hnorm", Hidden);
            part.Norm("norm", Hidden);
            part.Linear(WeightComponent.Mtp, "e_proj", Hidden, Hidden, WeightSplit.Replicated);
            part.Linear(WeightComponent.Mtp, "h_proj", Hidden, Hidden, WeightSplit.Replicated);
            AddStreams(part, "hc_head", streams, 1);
            AddLayer(Layers + i, part, Checkpoint.Draft);
        }
    }

    // Entries of four tokens overlap, so their compressor makes two of everything.
    private void AddCompressor(ModulePart part, string component, long ratio, long dim)
    {
        long wide = (ratio == 4 ? 2 : 1) * dim;
        part.Plain(component, "ape", ratio, wide, WeightSplit.Replicated, format: Single);
        part.Plain(component, "compressor_wkv", wide, Hidden, WeightSplit.Replicated);
        part.Plain(component, "compressor_wgate", wide, Hidden, WeightSplit.Replicated);
        part.Norm("compressor_norm", dim);
    }

    private void AddStreams(ModulePart part, string name, long mixes, long scales)
    {
        part.Plain(WeightComponent.Other, name + "_fn", mixes, streams * Hidden, WeightSplit.Replicated, format: Single);
        part.Vector(WeightComponent.Other, name + "_base", mixes, format: Single);
        part.Vector(WeightComponent.Other, name + "_scale", scales, format: Single);
    }
}
