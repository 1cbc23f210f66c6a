using System;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Gguf;

public class GgufImporterTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_model_has_its_layers_and_the_exact_bytes_of_its_table(uint version)
    {
        GgufBytes file = GgufSamples.Llama();
        file.Version = version;

        Model model = file.Import();

        Assert.Equal("4 full, 2 heads of 32", Assert.Single(model.Layers).ToString());
        Assert.Equal((8192, "fp16", 256L, 64L, "q4_k_m"), (model.MaxPositionEmbeddings, model.DefaultKvPrecision.Name, model.Architecture!.Sizes.HiddenSize, model.Architecture.Sizes.VocabSize, model.Architecture.Sizes.Quantization));
        long four = 4 * ((2L * 256 * 256) + (256 * 64) + (2 * 256 * 512)) + (256 * 64) + (2 * ((256 * 64) + (256 * 512)));
        long six = (2 * ((256 * 64) + (256 * 512))) + (256 * 64);
        long norms = 9 * 256;
        Assert.Equal((four / 256 * 144) + (six / 256 * 210) + (norms * 4), model.Architecture.WeightBytes);
        Assert.Equal(decimal.Round(model.Architecture.WeightBytes / (decimal)(1L << 30), 9), model.WeightsGib);
        Assert.Equal((four + six + norms) / 1_000_000_000m, model.TotalParamsB);
    }

    [Fact]
    public void Tensors_of_one_role_shape_and_type_are_one_line_with_its_layers()
    {
        Assert.Equal(
        [
            "embedding embed_tokens 64x256 vocab q4_k",
            "head lm_head 64x256 vocab q6_k",
            "norm norm 256 replicated fp32",
            "norm input_layernorm @0-3 256 replicated fp32",
            "attention q_proj @0-3 256x256 column q4_k",
            "attention k_proj @0-3 64x256 kv:2 q4_k",
            "attention v_proj @0,3 64x256 kv:2 q6_k",
            "attention o_proj @0-3 256x256 row q4_k",
            "norm pre_feedforward_layernorm @0-3 256 replicated fp32",
            "mlp gate_proj @0-3 512x256 column q4_k",
            "mlp up_proj @0-3 512x256 column q4_k",
            "mlp down_proj @0,3 256x512 row q6_k",
            "attention v_proj @1-2 64x256 kv:2 q4_k",
            "mlp down_proj @1-2 256x512 row q4_k",
        ], GgufSamples.Llama().Import().Architecture!.Weights.Select(matrix => matrix.ToString()));
    }

    [Fact]
    public void Experts_are_copies_whether_they_are_one_tensor_or_one_each()
    {
        (string, int[])[] sizes = [("expert_count", [4]), ("expert_used_count", [2])];
        GgufBytes stacked = GgufSamples.Bare("llama", 1, sizes).Tensor("blk.0.ffn_up_exps.weight", GgufSamples.Mxfp4, 256, 512, 4);
        GgufBytes apart = GgufSamples.Bare("llama", 1, sizes);
        for (int i = 0; i < 4; i++)
        {
            apart.Tensor($"blk.0.ffn_up.{i}.weight", GgufSamples.Mxfp4, 256, 512);
        }

        Model model = stacked.Import();

        Assert.Equal("experts up_proj @0 4*512x256 column mxfp4", model.Architecture!.Weights[1].ToString());
        Assert.Equal(model.Architecture.Weights, apart.Import().Architecture!.Weights);
        Assert.Equal(("MixtralForCausalLM", 4L, 2L, 512L), (model.Architecture.Sizes.ClassName, model.Architecture.Sizes.NumExperts, model.Architecture.Sizes.NumExpertsPerToken, model.Architecture.Sizes.MoeIntermediateSize));
        Assert.Equal(model.TotalParamsB - (2 * 512 * 256 / 1_000_000_000m), model.ActiveParamsB);
    }

    [Fact]
    public void A_tensor_without_a_role_counts_to_the_rest_by_its_own_name()
    {
        Model model = GgufSamples.Bare("llama", 1).Tensor("blk.0.something_new.weight", GgufSamples.Half, 8, 8).Tensor("v.patch_embd.weight", GgufSamples.Half, 8, 8).Import();

        Assert.Equal(["other something_new @0 8x8 replicated fp16", "vision v.patch_embd 8x8 replicated fp16"], model.Architecture!.Weights.Skip(1).Select(matrix => matrix.ToString()));
    }

    [Fact]
    public void The_last_blocks_of_multi_token_prediction_are_drafts()
    {
        Model model = GgufSamples.Bare("glm4moe", 5, ("nextn_predict_layers", [1])).Tensor("blk.4.attn_q.weight", GgufSamples.Half, 256, 256).Import();

        Assert.Equal(("4 full, 2 heads of 32", "1 full, 2 heads of 32", 4L), (model.Layers.ToString(), model.DraftLayers.ToString(), model.Architecture!.Sizes.NumHiddenLayers));
        Assert.Equal("mtp q_proj @0 256x256 column fp16", model.Architecture.Weights[1].ToString());
        Assert.Equal(64 * 256 * 2, model.Architecture.WeightBytes);
    }

    [Fact]
    public void A_vocabulary_of_150000_strings_costs_no_memory_of_its_own()
    {
        byte[] file = GgufSamples.Bare("llama").Texts("tokenizer.ggml.merges", 150_000, "a merge").ToArray();
        GgufImporter.Import(new MemoryStream(file), new EntryInfo("m"));
        long before = GC.GetAllocatedBytesForCurrentThread();

        GgufImporter.Import(new MemoryStream(file), new EntryInfo("m"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300_000);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_all_the_same()
    {
        using var pipe = new BufferedStream(new System.IO.Compression.DeflateStream(new MemoryStream(Deflated(GgufSamples.Llama().ToArray())), System.IO.Compression.CompressionMode.Decompress));

        Assert.Equal(4, GgufImporter.Import(pipe, new EntryInfo("m")).NumLayers);
    }

    private static byte[] Deflated(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var deflate = new System.IO.Compression.DeflateStream(stream, System.IO.Compression.CompressionLevel.Fastest))
        {
            deflate.Write(bytes);
        }
        return stream.ToArray();
    }
}
