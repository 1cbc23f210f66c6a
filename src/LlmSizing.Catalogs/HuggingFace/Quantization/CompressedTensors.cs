using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Settings of compressed-tensors: groups of targets, each with its numbers of bits and its scales.</summary>
internal static class CompressedTensors
{
    public static QuantizationScheme Read(HfConfig config)
    {
        HfConfig groups = config.FindObject("config_groups") ?? throw config.Missing("config_groups");
        var rules = groups.Objects().Select(group => Rule(group.Value)).Where(rule => rule is not null).Select(rule => rule!).ToList();
        // A list of names goes before "every linear layer".
        QuantizationRule[] ordered = [.. rules.Where(rule => rule.Targets is not null), .. rules.Where(rule => rule.Targets is null)];
        string name = "compressed-tensors " + string.Join(" + ", ordered.Select(rule => rule.Format.Name).Distinct());
        return new QuantizationScheme(name, ordered, QuantizationReader.Excluded(config), QuantizationReader.KvScheme(config));
    }

    public static NamePatterns? Targets(IReadOnlyList<string>? targets) => targets is null || targets.Contains("Linear") ? null : new NamePatterns(targets);

    /// <summary>The format of a group's weights, or null where only its activations are quantised.</summary>
    private static QuantizationRule? Rule(HfConfig group) =>
        group.FindObject("weights") is HfConfig weights ? new QuantizationRule(Format(weights), Targets(group.FindTexts("targets"))) : null;

    public static WeightFormat Format(HfConfig weights)
    {
        long bits = weights.Integer("num_bits");
        string type = weights.FindText("type") ?? "int";
        long group = weights.Has("group_size") ? weights.Integer("group_size") : 0;
        string strategy = weights.FindText("strategy") ?? (group > 0 ? "group" : "tensor");
        string name = (type, bits, strategy) switch
        {
            ("float", 8, "tensor") => "fp8",
            ("float", 8, "channel") => "fp8_channel",
            ("float", 8, "block") => QuantizationReader.Fp8Format(weights.FindIntegers("block_structure"), weights.PathOf("block_structure")),
            ("float", 8, "group") when group == 32 => "mxfp8",
            ("float", 4, "group" or "tensor_group") when group == 32 => "mxfp4",
            ("float", 4, "group" or "tensor_group") when group == 16 => "nvfp4",
            ("int", 8, "tensor" or "channel") => "int8",
            ("int", 8, "group") => "int8_g" + NumberText.Plain(group),
            ("int", 4, "channel") => "int4_channel",
            ("int", 4, "group") => (weights.Flag(true, "symmetric") ? "int4_g" : "awq_g") + NumberText.Plain(group),
            _ => "",
        };
        return WeightFormat.Find(name) ?? throw new ImportException(
            $"Weights of type {Shown.Quoted(type)} with {NumberText.Plain(bits)} bits, scales by {Shown.Quoted(strategy)}{(group > 0 ? " of " + NumberText.Plain(group) : "")} are not known.",
            weights.PathOf("num_bits"));
    }
}
