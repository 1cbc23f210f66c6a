using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Safetensors;

public class IndexTests
{
    private const string IndexName = "model.safetensors.index.json";

    public static TheoryData<string> Hostile => [.. HostileIndexes.All.Select(file => file.Name)];

    [Fact]
    public void There_are_sixty_broken_indexes_or_more() => Assert.InRange(HostileIndexes.All.Count, 60, int.MaxValue);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_broken_index_is_refused_with_the_reason(string name)
    {
        (_, byte[] bytes, string words) = HostileIndexes.All.Single(file => file.Name == name);
        using var folder = new TempFolder();
        folder.Write("config.json", CheckpointSample.Config);
        folder.Write(IndexName, bytes);
        ImportException refused = Assert.Throws<ImportException>(() => ModelImporter.ImportPath(folder.Path, "m"));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Message, char.IsControl);
    }

    [Fact]
    public void Shards_count_by_the_index_and_copies_do_not()
    {
        using var folder = new TempFolder();
        Shards(folder);
        // A copy of everything, in a file and in a folder that the index does not name, and in a shard as well.
        CheckpointSample.Whole().Write(folder.PathOf("consolidated.safetensors"));
        Directory.CreateDirectory(folder.PathOf("original"));
        CheckpointSample.Whole().Write(folder.PathOf("original/model.safetensors"));
        Model model = ModelImporter.ImportPath(folder.Path, "m");
        Assert.Contains("in 2 files, exactly what", model.Notes, StringComparison.Ordinal);
        foreach (string way in new[] { IndexName, "first.safetensors", "second.safetensors" })
        {
            Assert.Equal(model.WeightsGib, ModelImporter.ImportPath(folder.PathOf(way), "m").WeightsGib);
        }
    }

    [Fact]
    public void A_missing_shard_and_a_tensor_that_is_elsewhere_are_named()
    {
        using var folder = new TempFolder();
        Shards(folder);
        File.Move(folder.PathOf("second.safetensors"), folder.PathOf("other.safetensors"));
        Assert.Contains("1 of 2 files that the index names are not there: second.safetensors", Refused(folder), StringComparison.Ordinal);
        new SafetensorsBuilder().Add("x", "F32", 1).Write(folder.PathOf("second.safetensors"));
        Assert.Contains("'lm_head.weight' is in 'second.safetensors', but it is not", Refused(folder), StringComparison.Ordinal);
        folder.Write("second.safetensors", "hello, world");
        Assert.Contains("second.safetensors: The file says", Refused(folder), StringComparison.Ordinal);
        File.Delete(folder.PathOf("second.safetensors"));
        Directory.CreateDirectory(folder.PathOf("second.safetensors"));
        Assert.Contains("are not there", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_followed_inside_the_folder_and_refused_outside()
    {
        if (OperatingSystem.IsWindows())
        {
            // Links need a privilege there.
            return;
        }
        using var folder = new TempFolder();
        using var elsewhere = new TempFolder();
        Shards(folder);
        File.Move(folder.PathOf("second.safetensors"), folder.PathOf("blob"));
        File.CreateSymbolicLink(folder.PathOf("second.safetensors"), "blob");
        Assert.NotNull(ModelImporter.ImportPath(folder.Path, "m").WeightsGib);
        File.Move(folder.PathOf("blob"), elsewhere.PathOf("blob"));
        File.Delete(folder.PathOf("second.safetensors"));
        File.CreateSymbolicLink(folder.PathOf("second.safetensors"), elsewhere.PathOf("blob"));
        Assert.Contains("leads out of its folder", Refused(folder), StringComparison.Ordinal);
        File.Delete(folder.PathOf("second.safetensors"));
        File.CreateSymbolicLink(folder.PathOf("second.safetensors"), "/dev/zero");
        Assert.Contains("leads out of its folder", Refused(folder), StringComparison.Ordinal);
        File.Delete(folder.PathOf("second.safetensors"));
        File.CreateSymbolicLink(folder.PathOf("second.safetensors"), "second.safetensors");
        Assert.NotEmpty(Refused(folder));
    }

    [Fact]
    public void Two_hundred_shards_are_read_without_a_hang()
    {
        using var folder = new TempFolder();
        ManyShards(folder, 200, 60);
        _ = ModelImporter.ImportPath(folder.Path, "m");
        var watch = Stopwatch.StartNew();
        _ = ModelImporter.ImportPath(folder.Path, "m");
        // Ten seconds would be a hang: other tests run beside this one.
        Assert.InRange(watch.ElapsedMilliseconds, 0, 10_000);
    }

    internal static void ManyShards(TempFolder folder, int shards, int experts)
    {
        var map = new List<string>();
        for (int shard = 0; shard < shards; shard++)
        {
            var file = new SafetensorsBuilder();
            for (int expert = 0; expert < experts; expert++)
            {
                file.Add($"model.layers.{shard}.mlp.experts.{expert}.down_proj.weight", "BF16", 256, 128);
            }
            file.Write(folder.PathOf($"model-{shard}.safetensors"));
            map.AddRange(file.Names.Select(name => $"\"{name}\":\"model-{shard}.safetensors\""));
        }
        folder.Write("config.json", CheckpointSample.MoeConfig.Replace("\"num_hidden_layers\": 2", "\"num_hidden_layers\": " + shards, StringComparison.Ordinal));
        folder.Write(IndexName, "{\"metadata\":{\"total_size\":1},\"weight_map\":{" + string.Join(",", map) + "}}");
    }

    private static string Refused(TempFolder folder) => Assert.Throws<ImportException>(() => ModelImporter.ImportPath(folder.Path, "m")).Message;

    private static void Shards(TempFolder folder)
    {
        SafetensorsBuilder whole = CheckpointSample.Whole();
        var first = new SafetensorsBuilder();
        var second = new SafetensorsBuilder().Add("lm_head.weight", "BF16", 1000, 256).Add("model.norm.weight", "BF16", 256);
        first.Add("model.embed_tokens.weight", "BF16", 1000, 256).Add("copy.of.nothing", "BF16", 8);
        for (int layer = 0; layer < 2; layer++)
        {
            CheckpointSample.Norms(first, layer);
            foreach ((string module, long rows, long columns) in CheckpointSample.Linear)
            {
                CheckpointSample.Plain(second, $"model.layers.{layer}.{module}", rows, columns);
            }
        }
        first.Write(folder.PathOf("first.safetensors"));
        second.Write(folder.PathOf("second.safetensors"));
        folder.Write("config.json", CheckpointSample.Config);
        IEnumerable<string> map = whole.Names.Select(name => $"\"{name}\":\"{(second.Names.Contains(name) ? "second" : "first")}.safetensors\"");
        folder.Write(IndexName, "{\"weight_map\":{" + string.Join(",", map) + "}}");
    }
}
