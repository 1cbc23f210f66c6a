using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Writing;

public class CatalogWriterTests
{
    private static readonly KvPrecision Bf16 = KvPrecision.Find("bf16")!;

    public static TheoryData<string> BuiltIn => [.. BuiltInCatalog.All.Models.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void A_built_in_model_reads_back_equal(string name) => Same(BuiltInCatalog.All.Models.Single(model => model.Name == name));

    [Fact]
    public void Every_layout_and_every_field_reads_back_equal() => Same(new Model(
        new EntryInfo("every-1.0", ["Org/Every-1.0", "0-1"], ["a page", "another: page"], "no one ran it", "line one\nline two"),
        [
            new FullAttention(2, 8, 128, 64, LayerSet.Parse("0,1")), new SlidingAttention(1, 4, 64, 4096), new ChunkedAttention(1, 4, 64, 8192), new LatentAttention(1, 512, 64, 128),
            new CompressedAttention(1, 512, 128, 0, 128), new SharedCache(3, LayerSet.Parse("7-9")), new CrossAttention(1, 4, 64, 1500),
            .. RecurrentState.Mechanisms.Select(mechanism => new RecurrentState(mechanism, 1, new StateShape(8, 4, 2, 4, 8, 16, Bf16, KvPrecision.Find("fp32")!))),
        ],
        1_000_000, KvPrecision.Find("fp8")!, "a family", 1.5m, 0.5m, 2.75m,
        new Architecture(
            new ArchitectureSizes("EveryForCausalLM", 1, 2, 3, 4, 5, 6, 2, 8, isMultimodal: true, "fp16", "fp8 in blocks: 128 x 128"),
            [WeightMatrix.Parse("attention k_proj @0,2,5-9 512x2048 kv:4 bf16"), WeightMatrix.Parse("experts up_proj @3-7/4 16*512x2048 column mxfp4"), WeightMatrix.Parse("norm norm 8 replicated fp32")]),
        [new LatentAttention(1, 512, 64)]));

    [Theory]
    [InlineData("yes")]
    [InlineData("null")]
    [InlineData("1.5")]
    [InlineData("2026-11-24")]
    [InlineData("a: b # c")]
    [InlineData("- [x] {y} *z &w !t |> % @ `")]
    [InlineData("\"quoted\" 'twice' \\ back")]
    [InlineData("tab\tand\nline")]
    [InlineData("ação, 模型, 🙂")]
    [InlineData(" space at both ends ")]
    public void Text_that_yaml_would_misread_reads_back(string prose)
    {
        Model model = Model(new EntryInfo("m", references: [prose], estimate: prose, notes: prose));
        Model read = Read(CatalogWriter.Write([model])).Single();
        Assert.Equal((prose.TrimEnd(), prose.TrimEnd(), prose.TrimEnd()), (read.Estimate, read.Notes, read.References[0]));
    }

    [Theory]
    [InlineData("a name")]
    [InlineData("../../etc/passwd")]
    [InlineData("模型")]
    [InlineData("name\nother: 1")]
    [InlineData("name\": x")]
    public void A_name_that_commands_do_not_take_is_refused_and_not_written(string name)
    {
        SizingException refused = Assert.Throws<SizingException>(() => CatalogWriter.Write([Model(new EntryInfo(name))]));
        Assert.Contains("a name of up to 64", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u001b[31mred")]
    [InlineData("turned \u202e around")]
    [InlineData("null \0 byte")]
    public void A_note_that_no_catalog_takes_is_refused_and_not_written(string note) =>
        Assert.Throws<SizingException>(() => CatalogWriter.Write([Model(new EntryInfo("m", notes: note))]));

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Throws<SizingException>(() => CatalogWriter.Write([Model(new EntryInfo("m", notes: "half \ud800 a pair"))]));

    [Fact]
    public void Two_models_of_one_name_are_refused() =>
        Assert.Throws<SizingException>(() => CatalogWriter.Write([Model(new EntryInfo("m")), Model(new EntryInfo("M"))]));

    [Fact]
    public void More_than_a_file_may_have_is_refused() =>
        Assert.Throws<SizingException>(() => CatalogWriter.Write([Model(new EntryInfo("m", notes: new string('n', 2_000_000)))]));

    [Fact]
    public void A_model_without_a_source_names_the_export() => Assert.Equal(["exported by Export-LlmModel"], Read(CatalogWriter.Write([Model(new EntryInfo("m"))])).Single().References);

    [Fact]
    public void Several_models_make_one_file()
    {
        Model[] models = [Model(new EntryInfo("a", references: ["x"])), Model(new EntryInfo("b", references: ["x"]))];
        Assert.Equal(["a", "b"], Read(CatalogWriter.Write(models)).Select(model => model.Name));
    }

    private static Model Model(EntryInfo info) => new(info, [new FullAttention(1, 1, 1)], 1, Bf16);

    private static void Same(Model model)
    {
        string written = CatalogWriter.Write([model]);
        Model read = Read(written).Single();
        Assert.Equal(written, CatalogWriter.Write([read]));
        Assert.Equal(
            (model.Name, model.Family, model.Estimate, model.Notes, model.TotalParamsB, model.ActiveParamsB, model.WeightsGib, model.MaxPositionEmbeddings, model.DefaultKvPrecision),
            (read.Name, read.Family, read.Estimate, read.Notes, read.TotalParamsB, read.ActiveParamsB, read.WeightsGib, read.MaxPositionEmbeddings, read.DefaultKvPrecision));
        Assert.Equal(model.Aliases, read.Aliases);
        Assert.Equal(model.References, read.References);
        Assert.Equal<IEnumerable<WeightMatrix>?>(model.Architecture?.Weights, read.Architecture?.Weights);
        Assert.Equal(model.Architecture?.Sizes.Quantization, read.Architecture?.Sizes.Quantization);
        foreach (long context in new[] { 1L, 5_000, 1_000_000 })
        {
            Assert.Equal(model.Layers.Select(group => group.BytesPerSession(context, Bf16, 2)), read.Layers.Select(group => group.BytesPerSession(context, Bf16, 2)));
        }
    }

    private static List<Model> Read(string yaml)
    {
        using var folder = new TempFolder();
        string path = folder.Write("models.yaml", yaml);
        FileContent content = FileReader.Read(path, path);
        Assert.Empty(content.Problems.ToList().Select(problem => $"{problem.Line}: {problem.Message}"));
        return [.. content.Models.Select(located => located.Value)];
    }
}
