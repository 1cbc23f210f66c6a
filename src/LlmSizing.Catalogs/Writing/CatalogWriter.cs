using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Writes models as a catalog that reads back equal.</summary>
public static class CatalogWriter
{
    /// <summary>The text of a catalog file.</summary>
    /// <param name="models">The models, in their order.</param>
    /// <exception cref="SizingException">A catalog could not hold them: a name that commands do not take, two models of one name, or more than a file may have.</exception>
    public static string Write(IEnumerable<Model> models)
    {
        var yaml = new YamlText();
        yaml.Line(0, "models:");
        bool isFirst = true;
        foreach (Model model in models)
        {
            if (!isFirst)
            {
                yaml.Blank();
            }
            isFirst = false;
            Write(yaml, model);
        }
        return yaml.Checked("models");
    }

    private static void Write(YamlText yaml, Model model)
    {
        yaml.Line(2, "- name: " + YamlText.Word(model.Name));
        if (model.Aliases.Count > 0)
        {
            yaml.Line(4, $"aliases: [{string.Join(", ", model.Aliases.Select(YamlText.Word))}]");
        }
        if (model.Family is string family)
        {
            yaml.Line(4, "family: " + YamlText.Word(family));
        }
        yaml.Number("num_layers", model.NumLayers);
        Write(yaml, "layers", model.Layers);
        yaml.Number("max_position_embeddings", model.MaxPositionEmbeddings);
        yaml.Line(4, "default_kv_precision: " + model.DefaultKvPrecision.Name);
        yaml.Number("total_params_b", model.TotalParamsB);
        yaml.Number("active_params_b", model.ActiveParamsB);
        yaml.Number("weights_gib", model.WeightsGib);
        yaml.Text("estimate", model.Estimate);
        yaml.Text("notes", model.Notes);
        Write(yaml, "draft_layers", model.DraftLayers);
        if (model.Architecture is Architecture architecture)
        {
            Write(yaml, architecture);
        }
        yaml.Sources(model.References.Count > 0 ? model.References : (IEnumerable<string>)["exported by Export-LlmModel"]);
    }

    private static void Write(YamlText yaml, string name, ReadableList<LayerGroup> groups)
    {
        if (groups.Count == 0)
        {
            return;
        }
        yaml.Line(4, name + ":");
        foreach (LayerGroup group in groups)
        {
            string sizes = string.Concat(group.Sizes.Select(size => $", {size.Name}: {NumberText.Of(size.Value)}"));
            string places = group.At is LayerSet layers ? $", at: \"{layers}\"" : "";
            yaml.Line(6, $"- {{ layout: {group.Layout}, count: {NumberText.Plain(group.Count)}{sizes}{places} }}");
        }
    }

    private static void Write(YamlText yaml, Architecture architecture)
    {
        ArchitectureSizes sizes = architecture.Sizes;
        yaml.Line(4, "architecture:");
        yaml.Line(6, "class: " + YamlText.Word(sizes.ClassName));
        (string Name, long Value)[] numbers =
        [
            ("hidden_size", sizes.HiddenSize), ("vocab_size", sizes.VocabSize), ("num_hidden_layers", sizes.NumHiddenLayers), ("num_attention_heads", sizes.NumAttentionHeads),
            ("intermediate_size", sizes.IntermediateSize), ("num_experts", sizes.NumExperts), ("num_experts_per_tok", sizes.NumExpertsPerToken), ("moe_intermediate_size", sizes.MoeIntermediateSize),
        ];
        foreach ((string name, long value) in numbers.Where(number => number.Value > 0))
        {
            yaml.Line(6, $"{name}: {NumberText.Plain(value)}");
        }
        if (sizes.IsMultimodal)
        {
            yaml.Line(6, "multimodal: true");
        }
        yaml.Line(6, "dtype: " + sizes.Dtype);
        if (sizes.Quantization is string quantization)
        {
            yaml.Line(6, "quantization: " + YamlText.Word(quantization));
        }
        yaml.Line(4, "weights:");
        foreach (WeightMatrix matrix in architecture.Weights)
        {
            yaml.Line(6, "- " + YamlText.Word(matrix.ToString()));
        }
    }
}
