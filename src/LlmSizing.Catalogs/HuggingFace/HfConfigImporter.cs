using System;
using System.Linq;

namespace LlmSizing;

/// <summary>Makes a <see cref="Model"/> of a Hugging Face <c>config.json</c>: its layers, its sizes and its weights as they are published.</summary>
/// <remarks>Architectures and the fields that each reads: docs/architectures.md. An architecture that is not known is refused, never guessed.</remarks>
public static class HfConfigImporter
{
    // Files of several parts are written in both ways.
    private static readonly string[] NestedFronts = ["language_model.model.", "model.language_model."];

    /// <summary>Imports a config under a name.</summary>
    /// <inheritdoc cref="Import(EntryInfo, string, string?)"/>
    /// <param name="name">The model's name.</param>
    /// <param name="configJson">The text of config.json.</param>
    /// <param name="hfQuantConfigJson">The text of hf_quant_config.json beside it, or null.</param>
    public static Model Import(string name, string configJson, string? hfQuantConfigJson = null) => Import(new EntryInfo(name), configJson, hfQuantConfigJson);

    /// <summary>Imports a config.</summary>
    /// <param name="info">Name, aliases and sources of the entry.</param>
    /// <param name="configJson">The text of config.json; quantisation that it states itself counts before that of the other file.</param>
    /// <param name="hfQuantConfigJson">The text of hf_quant_config.json beside it, or null.</param>
    /// <returns>The model; its weights' true size is not known from a config.</returns>
    /// <exception cref="ImportException">The text is no JSON or beyond a limit, the architecture is not known or keeps no KV cache, or a field is missing or out of its range.</exception>
    public static Model Import(EntryInfo info, string configJson, string? hfQuantConfigJson = null)
    {
        var root = new HfConfig(JsonView.Parse(configJson, JsonLimits.Config));
        HfConfig? beside = hfQuantConfigJson is null ? null : new HfConfig(JsonView.Parse(hfQuantConfigJson, JsonLimits.Config));
        try
        {
            return Create(info, root, beside);
        }
        catch (SizingException error)
        {
            throw new ImportException(error.Message, error.Input);
        }
        catch (OverflowException)
        {
            throw new ImportException("The sizes multiply to more than a 64-bit integer holds.");
        }
    }

    private static Model Create(EntryInfo info, HfConfig root, HfConfig? beside)
    {
        HfConfig? nested = HfArchitecture.TextOf(root);
        HfArchitecture architecture = HfArchitecture.Of(root, nested);
        HfConfig text = nested?.With(architecture.Defaults) ?? root;
        string dtype = DtypeOf(text) ?? DtypeOf(root) ?? "bf16";
        QuantizationScheme scheme = QuantizationReader.Read(root, text, beside);
        DecoderTraits traits = architecture.Traits(text);
        traits.HeadRows ??= HfArchitecture.HeadRowsOf(root);
        var checkpoint = new Checkpoint(scheme, WeightFormat.Find(dtype)!, nested is null ? [traits.Front] : [traits.Front, .. NestedFronts]);
        Decoder decoder = architecture.Create(new ImportContext(HfArchitecture.ClassOf(root) ?? architecture.ClassName, root, text, checkpoint, dtype), traits);
        decoder.Build();
        bool isMultimodal = TowerList.Add(root, text, decoder);
        return ToModel(WithEstimate(info, checkpoint.Estimate), decoder, HfAliases.FamilyOf(root.FindText("model_type")) ?? architecture.Family, isMultimodal);
    }

    private static Model ToModel(EntryInfo info, Decoder decoder, string family, bool isMultimodal)
    {
        Checkpoint checkpoint = decoder.Checkpoint;
        // Engines do not run fp32: they take bf16 for it.
        string run = decoder.Context.Dtype == "fp32" ? "bf16" : decoder.Context.Dtype;
        MoeBlock? moe = decoder.Moe;
        var sizes = new ArchitectureSizes(
            decoder.Context.ClassName, decoder.Hidden, decoder.Vocabulary, decoder.Layers, decoder.QueryHeads, decoder.Intermediate,
            moe?.Experts ?? 0, moe?.PerToken ?? 0, moe?.Intermediate ?? 0, isMultimodal, run, checkpoint.Scheme.Name);
        var architecture = new Architecture(sizes, checkpoint.Weights());
        long idle = moe is null || moe.PerToken == 0 ? 0
            : architecture.Weights.Where(matrix => matrix.Component == WeightComponent.Experts && matrix.Copies > 1).Sum(matrix => matrix.Parameters / moe.Experts * (moe.Experts - Math.Min(moe.Experts, moe.PerToken)));
        return new Model(
            info, checkpoint.Cache.Groups(decoder.Layers), ModelPositions.Read(decoder.Config), checkpoint.Scheme.KvPrecision ?? KvPrecision.Find(run)!, family,
            Billions(architecture.Parameters), idle == 0 ? null : Billions(architecture.Parameters - idle), null, architecture, checkpoint.Draft.Groups(null));
    }

    private static EntryInfo WithEstimate(EntryInfo info, string? reason) => reason is null ? info
        : new EntryInfo(info.Name, info.Aliases, info.References, info.Estimate is null ? reason : info.Estimate + " " + reason, info.Notes, info.Source);

    private static decimal Billions(long parameters) => decimal.Round(parameters / 1_000_000_000m, 9);

    private static string? DtypeOf(HfConfig config) => config.FindText("torch_dtype", "dtype")?.Replace("torch.", "") switch
    {
        null or "auto" => null,
        "bfloat16" => "bf16",
        "float16" or "half" => "fp16",
        "float32" or "float" => "fp32",
        string other => throw new ImportException($"The number type {Shown.Quoted(other)} is not known: bfloat16, float16 or float32 is needed.", config.PathOf("torch_dtype")),
    };
}
