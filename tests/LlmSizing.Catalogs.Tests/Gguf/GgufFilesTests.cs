using System;
using System.IO;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Gguf;

public sealed class GgufFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gguf").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_is_called_by_its_name()
    {
        string path = Write("Some-Model-Q4_K_M.gguf", GgufSamples.Llama());

        Assert.Equal("Some-Model-Q4_K_M", GgufImporter.Import(path).Name);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Any_part_of_a_split_model_brings_the_others(int part)
    {
        WriteParts(3);

        Model model = GgufImporter.Import(Path.Combine(folder, $"m-0000{part}-of-00003.gguf"));

        Assert.Equal(("m", "0-2", 3L * 8 * 8 * 2 + (64 * 256 * 2)), (model.Name, model.Architecture!.Weights[1].Layers!.ToString(), model.Architecture.WeightBytes));
    }

    [Fact]
    public void Missing_parts_are_named()
    {
        WriteParts(4);
        File.Delete(Path.Combine(folder, "m-00002-of-00004.gguf"));
        File.Delete(Path.Combine(folder, "m-00004-of-00004.gguf"));

        Assert.Contains("m-00002-of-00004.gguf, m-00004-of-00004.gguf", Refused("m-00001-of-00004.gguf"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_another_model_is_refused()
    {
        WriteParts(2);
        File.Copy(Path.Combine(folder, "m-00001-of-00002.gguf"), Path.Combine(folder, "m-00002-of-00002.gguf"), overwrite: true);

        Assert.Contains("part 2 of 2", Refused("m-00001-of-00002.gguf"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_with_another_name_is_refused()
    {
        WriteParts(2);
        File.Move(Path.Combine(folder, "m-00001-of-00002.gguf"), Path.Combine(folder, "renamed.gguf"));

        Assert.Contains("renamed-00001-of-00002.gguf", Refused("renamed.gguf"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_still_downloaded_is_refused_with_what_is_missing()
    {
        string path = Write("m.gguf", GgufSamples.Llama());
        using (var stream = new FileStream(path, FileMode.Open))
        {
            stream.SetLength(stream.Length - 1);
        }

        Assert.Contains("is cut, or still being downloaded", Refused("m.gguf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.gguf")]
    [InlineData("")]
    public void What_is_no_file_is_refused(string name) => Assert.Contains("cannot be read", Refused(name), StringComparison.Ordinal);

    private string Refused(string name) => Assert.Throws<ImportException>(() => GgufImporter.Import(Path.Combine(folder, name))).Message;

    private void WriteParts(int count)
    {
        for (int i = 0; i < count; i++)
        {
            GgufBytes part = i == 0 ? GgufSamples.Bare("llama") : new GgufBytes();
            part.Number("split.no", (uint)i).Number("split.count", (uint)count).Raw("split.tensors.count", 5, writer => writer.Write(count + 1));
            Write($"m-0000{i + 1}-of-0000{count}.gguf", part.Tensor($"blk.{i}.attn_q.weight", GgufSamples.Half, 8, 8));
        }
    }

    private string Write(string name, GgufBytes file)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, file.ToArray());
        return path;
    }
}
