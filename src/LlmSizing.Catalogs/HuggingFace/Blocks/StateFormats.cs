namespace LlmSizing;

/// <summary>The number types of a recurrent layer's state.</summary>
internal static class StateFormats
{
    /// <summary>The model's own, which engines keep the convolution in.</summary>
    public static KvPrecision Convolution(ImportContext context) => KvPrecision.Find(context.Dtype == "fp32" ? "bf16" : context.Dtype)!;

    /// <summary>mamba_ssm_cache_dtype or mamba_ssm_dtype where the config says one, else the model's own (vLLM's <c>mamba_utils.py</c>).</summary>
    public static KvPrecision State(ImportContext context) => context.Text.FindText("mamba_ssm_cache_dtype", "mamba_ssm_dtype") is string name && KvPrecision.Find(name) is KvPrecision known
        ? known
        : Convolution(context);
}
