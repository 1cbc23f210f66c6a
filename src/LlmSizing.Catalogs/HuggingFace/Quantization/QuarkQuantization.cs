using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Settings of AMD's Quark: one for all linear layers, others for lists of them.</summary>
internal static class QuarkQuantization
{
    public static QuantizationScheme Read(HfConfig config)
    {
        var rules = new List<QuantizationRule>();
        foreach (KeyValuePair<string, HfConfig> layer in config.FindObject("layer_quant_config")?.Objects() ?? [])
        {
            if (layer.Value.FindObject("weight") is HfConfig own)
            {
                rules.Add(new QuantizationRule(Format(own), new NamePatterns([layer.Key])));
            }
        }
        if (config.FindObject("global_quant_config")?.FindObject("weight") is HfConfig weight)
        {
            rules.Add(new QuantizationRule(Format(weight)));
        }
        if (rules.Count == 0)
        {
            throw config.Missing("global_quant_config");
        }
        string name = "quark " + string.Join(" + ", rules.Select(rule => rule.Format.Name).Distinct());
        return new QuantizationScheme(name, rules, QuantizationReader.Excluded(config), Kv(config));
    }

    private static WeightFormat Format(HfConfig weight)
    {
        string type = weight.FindText("dtype") ?? throw weight.Missing("dtype");
        string scheme = weight.FindText("qscheme") ?? "per_tensor";
        return WeightFormat.Find((type, scheme) switch
        {
            ("fp8_e4m3", "per_tensor") => "fp8",
            ("fp8_e4m3", "per_channel") => "fp8_row",
            ("fp4", "per_group") when weight.Integer(32, "group_size") == 32 => "mxfp4",
            ("int8", _) => "int8",
            ("int4" or "uint4", "per_group") => (type == "int4" ? "int4_g" : "awq_g") + NumberText.Plain(weight.Integer(128, "group_size")),
            _ => "",
        }) ?? throw new ImportException($"Weights of type {Shown.Quoted(type)} with scales {Shown.Quoted(scheme)} are not known.", weight.PathOf("dtype"));
    }

    // The cache's precision is that of the outputs of its projections.
    private static KvPrecision? Kv(HfConfig config) =>
        config.FindObject("layer_quant_config")?.Objects().Any(layer => layer.Key.EndsWith("k_proj", System.StringComparison.Ordinal) && layer.Value.FindObject("output_tensors")?.FindText("dtype") == "fp8_e4m3") == true
            ? KvPrecision.Find("fp8")
            : null;
}
