using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Reads quantization_config of a config.json, or a hf_quant_config.json beside it.</summary>
/// <remarks>A method that is not known is refused: the weights would be guessed.</remarks>
internal static class QuantizationReader
{
    private const string Field = "quantization_config";

    /// <summary>Lists of modules that are left as they are, by the names that tools give them.</summary>
    private static readonly string[] LeftAlone = ["modules_to_not_convert", "ignored_layers", "ignore", "exclude_modules", "exclude", "llm_int8_skip_modules"];

    public static QuantizationScheme Read(HfConfig config, HfConfig? text, HfConfig? beside)
    {
        HfConfig? own = config.FindObject(Field, "compression_config") ?? text?.FindObject(Field, "compression_config");
        QuantizationScheme scheme = own is not null ? ReadConfig(own)
            : beside?.FindObject("quantization") is HfConfig modelOpt ? ModelOptQuantization.Read(modelOpt)
            : QuantizationScheme.None;
        // Experts of DeepSeek V4 in four bits, beside a method that says eight.
        return scheme.Name == "fp8" && (text ?? config).FindText("expert_dtype") == "fp4"
            ? new QuantizationScheme("fp8 + mxfp4 experts", [new QuantizationRule(Format("mxfp4"), new NamePatterns(["*.experts"])), .. scheme.Rules], scheme.Excluded, scheme.KvPrecision)
            : scheme;
    }

    public static WeightFormat Format(string name) => WeightFormat.Find(name)!;

    public static QuantizationScheme Whole(string name, string format, HfConfig config) => new(name, [new QuantizationRule(Format(format))], Excluded(config), KvScheme(config));

    /// <summary>Modules that are left as they are.</summary>
    public static NamePatterns Excluded(HfConfig config) => new(LeftAlone.Where(config.HasList).SelectMany(name => config.FindTexts(name)!));

    /// <summary>The precision of the cache that compressed-tensors and ModelOpt write, or null.</summary>
    public static KvPrecision? KvScheme(HfConfig config) => config.FindObject("kv_cache_scheme") is not HfConfig scheme
        ? KvAlgorithm(config.FindText("kv_cache_quant_algo"))
        : (scheme.Integer(8, "num_bits"), scheme.FindText("type")) switch
        {
            (8, "int") => KvPrecision.Find("int8"),
            (8, _) => KvPrecision.Find("fp8"),
            (4, _) => KvPrecision.Find("nvfp4"),
            _ => throw new ImportException("The KV cache's scheme is not known: num_bits 8 or 4 is needed.", scheme.PathOf("num_bits")),
        };

    public static KvPrecision? KvAlgorithm(string? name) => name switch
    {
        null or "" or "None" or "none" => null,
        "FP8" => KvPrecision.Find("fp8"),
        "INT8" => KvPrecision.Find("int8"),
        "NVFP4" => KvPrecision.Find("nvfp4"),
        _ => throw new ImportException($"The KV cache's quantisation {Shown.Quoted(name)} is not known.", "kv_cache_quant_algo"),
    };

    private static QuantizationScheme ReadConfig(HfConfig config)
    {
        string method = (config.FindText("quant_method") ?? (config.Flag(false, "load_in_4bit") || config.Flag(false, "load_in_8bit") ? "bitsandbytes" : "")).ToLowerInvariant();
        return method switch
        {
            "fp8" => ReadFp8(config),
            "fbgemm_fp8" => Whole("fbgemm_fp8", "fp8_row", config),
            "mxfp4" => Whole("mxfp4", "mxfp4", config),
            "compressed-tensors" => CompressedTensors.Read(config),
            "modelopt" or "modelopt_fp4" or "modelopt_mixed" => ModelOptQuantization.Read(config),
            "quark" => QuarkQuantization.Read(config),
            "awq" => ReadGrouped("awq", config, hasZeros: config.Flag(true, "zero_point")),
            "gptq" or "gptq_marlin" or "auto-round" or "intel/auto-round" => ReadGrouped(method, config, hasZeros: true),
            "bitsandbytes" => ReadBitsAndBytes(config),
            _ => throw new ImportException(
                $"The quantisation method {Shown.Quoted(method)} is not known: fp8, fbgemm_fp8, mxfp4, compressed-tensors, modelopt, quark, awq, gptq, auto-round and bitsandbytes are.", config.PathOf("quant_method")),
        };
    }

    private static QuantizationScheme ReadFp8(HfConfig config)
    {
        WeightFormat whole = Format(Fp8Format(config.FindIntegers("weight_block_size"), config.PathOf("weight_block_size")));
        // Experts that were quantised again from an fp8 checkpoint: what the second tool left alone stays in fp8.
        return config.FindObject("quantized_layers") is HfConfig layers
            ? new QuantizationScheme("fp8 + nvfp4", [.. ModelOptQuantization.Layers(layers), new QuantizationRule(whole)], kvPrecision: KvScheme(config))
            : new QuantizationScheme("fp8", [new QuantizationRule(whole)], Excluded(config), KvScheme(config));
    }

    public static string Fp8Format(IReadOnlyList<long>? block, string field) => (block is null ? "" : string.Join(" x ", block)) switch
    {
        "" => "fp8",
        "128 x 128" => "fp8_block",
        "1 x 32" => "mxfp8",
        string other => throw new ImportException($"Blocks of {other} are not known: 128 x 128 is.", field),
    };

    private static QuantizationScheme ReadGrouped(string method, HfConfig config, bool hasZeros)
    {
        long bits = config.Integer("bits", "w_bit");
        string group = config.Has("group_size") || config.Has("q_group_size") ? NumberText.Plain(config.Integer("group_size", "q_group_size")) : "128";
        WeightFormat? format = WeightFormat.Find(bits switch
        {
            4 => (hasZeros ? "awq_g" : "int4_g") + group,
            8 => "gptq8_g" + group,
            _ => "",
        });
        return format is null
            ? throw new ImportException($"{NumberText.Plain(bits)} bits in groups of {group} are not known: 4 bits in groups of 32, 64 or 128 and 8 bits in groups of 128 are.", config.PathOf("group_size"))
            : new QuantizationScheme($"{method} {NumberText.Plain(bits)} bits, groups of {group}", [new QuantizationRule(format)], Excluded(config), KvScheme(config));
    }

    private static QuantizationScheme ReadBitsAndBytes(HfConfig config)
    {
        if (config.Flag(false, "load_in_8bit", "_load_in_8bit"))
        {
            return Whole("bitsandbytes 8 bits", "bnb_int8", config);
        }
        return Whole("bitsandbytes 4 bits", config.Flag(false, "bnb_4bit_use_double_quant") ? "bnb_nf4" : "bnb_nf4_plain", config);
    }
}
