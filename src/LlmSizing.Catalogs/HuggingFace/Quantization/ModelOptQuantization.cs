using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Settings of NVIDIA's ModelOpt: one algorithm for all linear layers, or one for each of a list.</summary>
internal static class ModelOptQuantization
{
    public static QuantizationScheme Read(HfConfig config)
    {
        string algorithm = config.FindText("quant_algo") ?? throw config.Missing("quant_algo");
        IReadOnlyList<QuantizationRule> rules = algorithm == "MIXED_PRECISION"
            ? Layers(config.FindObject("quantized_layers") ?? throw config.Missing("quantized_layers"))
            : [new QuantizationRule(Format(algorithm, config.PathOf("quant_algo")))];
        string name = "modelopt " + string.Join(" + ", rules.Select(rule => rule.Format.Name).Distinct());
        return new QuantizationScheme(name, rules, QuantizationReader.Excluded(config), QuantizationReader.KvScheme(config));
    }

    /// <summary>One rule for each format that the listed modules have.</summary>
    public static IReadOnlyList<QuantizationRule> Layers(HfConfig layers) =>
    [
        .. layers.Objects()
            .GroupBy(layer => layer.Value.FindText("quant_algo") ?? throw layer.Value.Missing("quant_algo"))
            .Select(group => new QuantizationRule(Format(group.Key, layers.PathOf("quant_algo")), new NamePatterns(group.Select(layer => layer.Key)))),
    ];

    private static WeightFormat Format(string algorithm, string field) => WeightFormat.Find(algorithm switch
    {
        "NVFP4" or "W4A16_NVFP4" or "W4A8_NVFP4_FP8" or "NVFP4_AWQ" => "nvfp4",
        "FP8" => "fp8",
        "FP8_PER_CHANNEL_PER_TOKEN" => "fp8_row",
        "FP8_PB_WO" or "FP8_BLOCK_SCALES" => "fp8_block",
        "MXFP4" or "W4A8_MXFP4_FP8" or "W4A16_MXFP4" => "mxfp4",
        "MXFP8" => "mxfp8",
        "W4A16_AWQ" or "W4A8_AWQ" => "int4_g128",
        "W8A16" or "W8A8_SQ_PER_CHANNEL" or "INT8_SQ" => "int8",
        _ => "",
    }) ?? throw new ImportException($"The quantisation {Shown.Quoted(algorithm)} is not known.", field);
}
