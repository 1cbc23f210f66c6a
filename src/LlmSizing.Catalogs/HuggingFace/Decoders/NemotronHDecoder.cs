using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Nemotron-H and Nemotron 3: each layer is one of a Mamba 2 mixer, attention, an MLP or a mixture of experts.</summary>
internal sealed class NemotronHDecoder : Decoder
{
    private readonly char[] kinds;
    private readonly Mamba2Block mamba;

    public NemotronHDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        kinds = KindsOf(Config);
        mamba = new Mamba2Block(Config, Hidden);
    }

    public override long QueryHeads => kinds.Contains('*') ? Heads : 0;

    protected override long LayersOf(HfConfig config) => config.FindInteger("num_hidden_layers") ?? KindsOf(config).Length;

    protected override void AddLayer(long layer, ModulePart part, CacheLayers cache)
    {
        if (layer >= kinds.Length)
        {
            throw new ImportException("hybrid_override_pattern has fewer letters than there are layers.", Config.PathOf("hybrid_override_pattern"));
        }
        part.Norm("norm", Hidden);
        AddKind(kinds[layer], layer, part, cache);
    }

    protected override void AddDraft()
    {
        for (long i = 0; i < Config.Integer(0, "num_nextn_predict_layers"); i++)
        {
            ModulePart part = Checkpoint.Of(WeightComponent.Mtp, "mtp.layers." + NumberText.Plain(i) + ".");
            part.Norm("enorm", Hidden);
            part.Norm("hnorm", Hidden);
            part.Norm("final_layernorm", Hidden);
            part.Plain(WeightComponent.Mtp, "eh_proj", Hidden, 2 * Hidden, WeightSplit.Replicated);
            foreach (char kind in DraftKinds())
            {
                part.Norm("norm", Hidden);
                AddKind(kind, Layers + i, part, Checkpoint.Draft);
            }
        }
    }

    private void AddKind(char kind, long layer, ModulePart part, CacheLayers cache)
    {
        ModulePart mixer = part.Inside("mixer");
        switch (kind)
        {
            case 'M':
                mamba.AddState(Context, layer, cache);
                mamba.AddTo(mixer);
                break;
            case '*':
                cache.Full(layer, KeyValueHeads, HeadDim);
                new AttentionBlock(Hidden, Heads, KeyValueHeads, HeadDim).AddTo(part, Traits);
                break;
            case 'E':
                (Moe ?? throw Config.Missing("n_routed_experts")).AddTo(part, Traits);
                break;
            default:
                MlpBlock.Add(mixer, WeightComponent.Mlp, Traits, Hidden, Config.Integer("intermediate_size"), bias: Traits.MlpBias);
                break;
        }
    }

    private IEnumerable<char> DraftKinds() => Config.FindTexts("mtp_layers_block_type") is IReadOnlyList<string> names
        ? names.Select(name => KindOf(name, Config))
        : Config.FindText("mtp_hybrid_override_pattern") ?? "*E";

    private static char[] KindsOf(HfConfig config)
    {
        if (config.FindTexts("layers_block_type") is IReadOnlyList<string> names)
        {
            return names.Select(name => KindOf(name, config)).ToArray();
        }
        string pattern = config.FindText("hybrid_override_pattern") ?? throw config.Missing("hybrid_override_pattern", "layers_block_type");
        return pattern.All(letter => letter is 'M' or '*' or '-' or 'E')
            ? pattern.ToCharArray()
            : throw new ImportException("hybrid_override_pattern has a letter that is none of M, *, - and E.", config.PathOf("hybrid_override_pattern"));
    }

    private static char KindOf(string name, HfConfig config) => name switch
    {
        "mamba" => 'M',
        "attention" => '*',
        "mlp" => '-',
        "moe" => 'E',
        _ => throw new ImportException($"layers_block_type has {Shown.Quoted(name)}, a type of layer that is not known.", config.PathOf("layers_block_type")),
    };
}
