namespace LlmSizing;

/// <summary>The model of a log as it was loaded: the catalog's, with the quantisation that its name or the log states.</summary>
public static class LogModel
{
    /// <summary>The model of a match; as it is published where neither the name nor the log says otherwise.</summary>
    /// <param name="match">The match.</param>
    /// <param name="log">The log, or null where there is only a name.</param>
    /// <exception cref="SizingException">The log states a quantisation, and the model's weights are not known.</exception>
    public static Model Of(ModelMatch match, EngineLog? log = null)
    {
        // A log names the quantisation of what is published, too: only a model in 16 bits is quantised by it.
        string? scheme = match.Quantization ?? (match.Model.Architecture?.Sizes.Quantization is null ? ModelName.Parse(log?.Setting(LogSetting.Quantization) ?? "").Quantization : null);
        return scheme is null || match.Model.Architecture is null || QuantizationList.Find(NameOf(scheme, match.Model)) is not Quantization quantization
            ? match.Model
            : quantization.Apply(match.Model);
    }

    // The names of derivatives for what the list calls by its format.
    private static string NameOf(string scheme, Model model) => scheme switch
    {
        "fp8_dynamic" => "fp8_channel",
        "w8a8" => "int8",
        "w4a16" => "int4_g128",
        "awq" => "awq_g128",
        "gptq" => "gptq_g128",
        // NVIDIA's checkpoints of models with latent attention leave the attention as it is.
        "nvfp4" when model.AttentionPattern == "mla" => "nvfp4_mlp",
        "mxfp4" when model.Architecture?.Sizes.NumExperts > 0 => "mxfp4_experts",
        // The usual one of its size.
        "q4" => "q4_k_m",
        "q5" => "q5_k_m",
        "q6" => "q6_k",
        "q8" => "q8_0",
        _ => scheme,
    };
}
