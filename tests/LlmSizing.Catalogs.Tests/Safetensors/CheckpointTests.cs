using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Safetensors;

public class CheckpointTests
{
    private static readonly Model FromConfig = HfConfigImporter.Import("m", CheckpointSample.Config);

    [Fact]
    public void Tensors_of_the_configs_sizes_make_the_same_lines_and_the_notes_say_so()
    {
        SafetensorsBuilder file = CheckpointSample.Whole();
        Model model = CheckpointSample.Import(file);
        Assert.Equal(FromConfig.Architecture!.Weights.Select(line => line.ToString()).Order(), CheckpointSample.Lines(model).Order());
        Assert.Equal((FromConfig.TotalParamsB, FromConfig.Architecture.WeightBytes), (model.TotalParamsB, model.Architecture!.WeightBytes));
        Assert.Equal(decimal.Round(file.DataBytes / (decimal)(1L << 30), 9), model.WeightsGib);
        Assert.Contains("exactly what the sizes of config.json make", model.Notes, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Formats => new()
    {
        { "fp8", "fp8" }, { "fp8 with an input scale", "fp8" }, { "fp8_row", "fp8_row" }, { "fp8_channel", "fp8_channel" }, { "fp8_block", "fp8_block" }, { "mxfp8", "mxfp8" }, { "int8", "int8" }, { "bnb_int8", "bnb_int8" },
        { "nvfp4", "nvfp4" }, { "nvfp4 without an input scale", "nvfp4" }, { "mxfp4", "mxfp4" }, { "awq", "awq_g128" }, { "gptq", "awq_g128" }, { "gptq8", "gptq8_g128" }, { "int4_g128", "int4_g128" }, { "bnb_nf4", "bnb_nf4" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_quantised_linear_layer_is_told_by_its_tensors(string kind, string format)
    {
        SafetensorsBuilder file = CheckpointSample.Whole(Packing(kind));
        Model model = CheckpointSample.Import(file);
        WeightMatrix down = model.Architecture!.Weights.Single(line => line.Name == "down_proj");
        Assert.Equal(("mlp", "0-1", 256L, 512L, WeightSplit.Row, format), (down.Component, down.Layers!.ToString(), down.Rows, down.Columns, down.Split, down.Format.Name));
        WeightMatrix keys = model.Architecture.Weights.Single(line => line.Name == "k_proj");
        Assert.Equal((128L, 256L, WeightSplit.KeyValue, 2L, format), (keys.Rows, keys.Columns, keys.Split, keys.KeyValueHeads, keys.Format.Name));
        Assert.InRange(model.Architecture.WeightBytes - file.DataBytes, -2048, 2048);
        Assert.Equal(FromConfig.Architecture!.Weights.Count(line => line.Columns > 1), model.Architecture.Weights.Count(line => line.Columns > 1));
    }

    [Fact]
    public void Fused_projections_are_taken_apart_by_the_shape()
    {
        var file = new SafetensorsBuilder().Add("model.embed_tokens.weight", "BF16", 1000, 256).Add("lm_head.weight", "BF16", 1000, 256).Add("model.norm.weight", "BF16", 256);
        for (int layer = 0; layer < 2; layer++)
        {
            CheckpointSample.Norms(file, layer);
            file.Add($"model.layers.{layer}.self_attn.qkv_proj.weight", "BF16", 512, 256).Add($"model.layers.{layer}.self_attn.o_proj.weight", "BF16", 256, 256)
                .Add($"model.layers.{layer}.mlp.gate_up_proj.weight", "BF16", 1024, 256).Add($"model.layers.{layer}.mlp.down_proj.weight", "BF16", 256, 512);
        }
        Assert.Equal(FromConfig.Architecture!.Weights.Select(line => line.ToString()).Order(), CheckpointSample.Lines(CheckpointSample.Import(file)).Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Experts_count_together_one_by_one_or_stacked(bool isStacked)
    {
        var file = new SafetensorsBuilder().Add("model.embed_tokens.weight", "BF16", 1000, 256).Add("lm_head.weight", "BF16", 1000, 256).Add("model.norm.weight", "BF16", 256);
        for (int layer = 0; layer < 2; layer++)
        {
            CheckpointSample.Norms(file, layer);
            foreach ((string module, long rows, long columns) in CheckpointSample.Linear.Where(linear => linear.Module.StartsWith("self", StringComparison.Ordinal)))
            {
                CheckpointSample.Plain(file, $"model.layers.{layer}.{module}", rows, columns);
            }
            file.Add($"model.layers.{layer}.mlp.gate.weight", "BF16", 4, 256);
            if (isStacked)
            {
                file.Add($"model.layers.{layer}.mlp.experts.gate_up_proj", "BF16", 4, 256, 256).Add($"model.layers.{layer}.mlp.experts.down_proj", "BF16", 4, 128, 256);
                continue;
            }
            for (int expert = 0; expert < 4; expert++)
            {
                string name = $"model.layers.{layer}.mlp.experts.{expert}.";
                file.Add(name + "gate_proj.weight", "BF16", 128, 256).Add(name + "up_proj.weight", "BF16", 128, 256).Add(name + "down_proj.weight", "BF16", 256, 128);
            }
        }
        Model shape = HfConfigImporter.Import("m", CheckpointSample.MoeConfig);
        Model model = CheckpointSample.Import(file, CheckpointSample.MoeConfig);
        Assert.Equal(shape.Architecture!.Weights.Select(line => line.ToString()).Order(), CheckpointSample.Lines(model).Order());
        Assert.Equal((shape.TotalParamsB, shape.ActiveParamsB), (model.TotalParamsB, model.ActiveParamsB));
    }

    [Fact]
    public void A_vision_tower_and_a_draft_layer_count_to_their_own_parts()
    {
        SafetensorsBuilder file = CheckpointSample.Whole();
        for (int block = 0; block < 3; block++)
        {
            file.Add($"visual.blocks.{block}.attn.qkv.weight", "BF16", 192, 64);
        }
        file.Add("model.layers.2.eh_proj.weight", "BF16", 256, 512).Add("model.layers.2.mlp.up_proj.weight", "BF16", 512, 256);
        Model model = CheckpointSample.Import(file);
        Assert.Contains("vision qkv 3*192x64 column bf16", CheckpointSample.Lines(model));
        Assert.Contains("mtp up_proj 512x256 column bf16", CheckpointSample.Lines(model));
        Assert.Equal(FromConfig.Architecture!.WeightBytes + (3 * 192 * 64 * 2), model.Architecture!.WeightBytes);
        Assert.Contains($"{(3 * 192 * 64 * 2) + (2 * 256 * 512 * 2)} more than the sizes of config.json make", model.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tied_head_that_was_saved_is_in_the_files_bytes_but_not_loaded()
    {
        string tied = CheckpointSample.Config.Replace("\"tie_word_embeddings\": false", "\"tie_word_embeddings\": true", StringComparison.Ordinal);
        Model model = CheckpointSample.Import(CheckpointSample.Whole(), tied);
        Assert.DoesNotContain(model.Architecture!.Weights, line => line.Component == WeightComponent.Head);
        Assert.Contains("512000 more than", model.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_is_written_as_catalog_and_reads_back()
    {
        Model model = CheckpointSample.Import(CheckpointSample.Whole(Packing("nvfp4")));
        Assert.Contains("nvfp4", CatalogWriter.Write([model]), StringComparison.Ordinal);
    }

    private static Action<SafetensorsBuilder, string, long, long> Packing(string kind) => (file, module, rows, columns) => Pack(file, kind, module, rows, columns);

    private static void Pack(SafetensorsBuilder file, string kind, string name, long rows, long columns) => _ = kind switch
    {
        "fp8" => file.Add(name + ".weight", "F8_E4M3", rows, columns).Add(name + ".weight_scale", "F32"),
        "fp8 with an input scale" => file.Add(name + ".weight", "F8_E4M3", rows, columns).Add(name + ".weight_scale", "F32").Add(name + ".input_scale", "F32", 1),
        "fp8_row" => file.Add(name + ".weight", "F8_E4M3", rows, columns).Add(name + ".weight_scale", "F32", rows, 1),
        "fp8_channel" => file.Add(name + ".weight", "F8_E4M3", rows, columns).Add(name + ".weight_scale", "BF16", rows, 1),
        "fp8_block" => file.Add(name + ".weight", "F8_E4M3", rows, columns).Add(name + ".weight_scale_inv", "F32", rows / 128, columns / 128),
        "mxfp8" => file.Add(name + ".weight", "F8_E4M3", rows, columns).Add(name + ".weight_scale", "U8", rows, columns / 32),
        "int8" => file.Add(name + ".weight", "I8", rows, columns).Add(name + ".weight_scale", "BF16", rows, 1),
        "bnb_int8" => file.Add(name + ".weight", "I8", rows, columns).Add(name + ".SCB", "F32", rows).Add(name + ".weight_format", "U8"),
        "nvfp4" => file.Add(name + ".weight", "U8", rows, columns / 2).Add(name + ".weight_scale", "F8_E4M3", rows, columns / 16).Add(name + ".weight_scale_2", "F32").Add(name + ".input_scale", "F32"),
        "nvfp4 without an input scale" => file.Add(name + ".weight_packed", "U8", rows, columns / 2).Add(name + ".weight_scale", "F8_E4M3", rows, columns / 16).Add(name + ".weight_global_scale", "F32", 1),
        "mxfp4" => file.Add(name + ".weight", "I8", rows, columns / 2).Add(name + ".scale", "F8_E8M0", rows, columns / 32),
        "awq" => file.Add(name + ".qweight", "I32", columns, rows / 8).Add(name + ".qzeros", "I32", columns / 128, rows / 8).Add(name + ".scales", "F16", columns / 128, rows),
        "gptq" => file.Add(name + ".qweight", "I32", columns / 8, rows).Add(name + ".qzeros", "I32", columns / 128, rows / 8).Add(name + ".scales", "F16", columns / 128, rows).Add(name + ".g_idx", "I32", columns),
        "gptq8" => file.Add(name + ".qweight", "I32", columns / 4, rows).Add(name + ".qzeros", "I32", columns / 128, rows / 4).Add(name + ".scales", "F16", columns / 128, rows),
        "int4_g128" => file.Add(name + ".weight_packed", "I32", rows, columns / 8).Add(name + ".weight_scale", "BF16", rows, columns / 128).Add(name + ".weight_shape", "I64", 2),
        _ => file.Add(name + ".weight", "U8", rows * columns / 2, 1).Add(name + ".weight.absmax", "U8", rows * columns / 64).Add(name + ".weight.nested_absmax", "F32", rows * columns / 16384)
            .Add(name + ".weight.quant_map", "F32", 16).Add(name + ".weight.nested_quant_map", "F32", 256).Add(name + ".weight.quant_state.bitsandbytes__nf4", "U8", 76),
    };
}
