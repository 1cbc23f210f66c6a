using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The vision and audio towers beside a decoder, by the model_type of their config or by its fields.</summary>
internal static class TowerList
{
    private static readonly Dictionary<string, Action<HfConfig, TowerContext>> Vision = new(StringComparer.Ordinal)
    {
        ["clip_vision_model"] = ClipTowers.Clip,
        ["siglip_vision_model"] = ClipTowers.Siglip,
        ["pixtral"] = ClipTowers.Pixtral,
        ["qwen2_vl"] = QwenTowers.Qwen2,
        ["qwen2_5_vl"] = QwenTowers.Qwen25,
        ["qwen3_vl"] = QwenTowers.Qwen3,
        ["qwen3_vl_moe"] = QwenTowers.Qwen3,
        ["qwen3_5"] = QwenTowers.Qwen3,
        ["qwen3_5_moe"] = QwenTowers.Qwen3,
        ["qwen2_5_omni_vision_encoder"] = QwenTowers.Qwen25,
        ["qwen3_omni_moe_vision_encoder"] = QwenTowers.Qwen3,
        ["llama4_vision_model"] = LlamaTowers.Llama4,
        ["mllama_vision_model"] = LlamaTowers.Mllama,
        ["gemma4_vision"] = GemmaTowers.Vision,
        ["gemma3n_vision"] = GemmaTowers.MobileNet,
        ["glm4v"] = OtherTowers.Glm4V,
        ["glm4v_moe"] = OtherTowers.Glm4V,
        ["intern_vit_6b"] = OtherTowers.InternVit,
        ["internvl_vision"] = OtherTowers.InternVit,
        ["moonvit"] = OtherTowers.MoonVit,
    };

    /// <summary>Adds their weights; true where there is one.</summary>
    public static bool Add(HfConfig root, HfConfig text, Decoder decoder)
    {
        HfConfig owner = root.FindObject("thinker_config") ?? root;
        var context = new TowerContext(owner, text, decoder);
        HfConfig? vision = owner.FindObject("vision_config");
        HfConfig? audio = owner.FindObject("audio_config", "audio_encoder_config");
        if (vision is not null)
        {
            Of(vision, root)(vision, context);
        }
        else if (root.FindObject("img_processor")?.FindText("name") == "clip_vision_model")
        {
            ClipTowers.Phi(context);
        }
        else if (root.FindText("mm_vision_tower") is string name)
        {
            ClipTowers.Named(name, context);
        }
        if (audio is not null)
        {
            AudioTowers.Add(audio, context);
        }
        return vision is not null || audio is not null || root.Has("mm_vision_tower") || root.Has("img_processor");
    }

    private static Action<HfConfig, TowerContext> Of(HfConfig vision, HfConfig root)
    {
        if (vision.FindText("model_type") is string type && Vision.TryGetValue(type, out Action<HfConfig, TowerContext>? known))
        {
            return known;
        }
        if (vision.Has("vt_hidden_size"))
        {
            return OtherTowers.MoonVit;
        }
        if (vision.FindObject("params")?.FindText("model_name") is not null || vision.FindText("model_name") is not null)
        {
            return ClipTowers.Described;
        }
        // Some configs name the tower's type by the whole model's.
        return root.FindText("model_type") is string whole && Vision.TryGetValue(whole, out Action<HfConfig, TowerContext>? same) ? same : OtherTowers.Unknown;
    }
}

/// <summary>What a tower is built from, beside its own config.</summary>
internal sealed class TowerContext
{
    private readonly Decoder decoder;

    public TowerContext(HfConfig root, HfConfig text, Decoder decoder)
    {
        Root = root;
        Text = text;
        this.decoder = decoder;
    }

    public HfConfig Root { get; }

    public HfConfig Text { get; }

    /// <summary>The decoder's hidden size, which projectors end at.</summary>
    public long TextHidden => decoder.Hidden;

    public ModulePart Part(string module) => decoder.Checkpoint.Of(WeightComponent.Vision, module);

    public ModulePart AudioPart(string module) => decoder.Checkpoint.Of(WeightComponent.Audio, module);

    public void Estimated(string reason) => decoder.Checkpoint.Estimated(reason);
}
