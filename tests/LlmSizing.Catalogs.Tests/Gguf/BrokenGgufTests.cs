using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Gguf;

/// <summary>Broken files: each is refused with the reason, at once and without memory.</summary>
public class BrokenGgufTests
{
    private static readonly Dictionary<string, (Func<byte[]> File, string Says)> Broken = new()
    {
        ["empty"] = (() => [], "inside its header"),
        ["one byte"] = (() => [0x47], "inside its header"),
        ["magic alone"] = (() => GgufSamples.Llama().ToArray()[..4], "inside its header"),
        ["another format"] = (() => [.. "PK\u0003\u0004 this is a zip"u8], "does not begin with GGUF"),
        ["ggjt"] = (() => [.. "tjgg\u0003\0\0\0"u8], "older ggml or ggjt"),
        ["magic in lower case"] = (() => [.. "gguf\u0003\0\0\0"u8], "does not begin with GGUF"),
        ["version 0"] = (() => Changed(file => file.Version = 0), "version 0"),
        ["version 1"] = (() => Changed(file => file.Version = 1), "version 1"),
        ["version 4"] = (() => Changed(file => file.Version = 4), "version 4"),
        ["version in the millions"] = (() => Changed(file => file.Version = 0x1234567), "versions 2 and 3"),
        ["big-endian version"] = (() => Changed(file => file.Version = 0x03000000), "big-endian"),
        ["big-endian magic"] = (() => Changed(file => file.Magic = 0x47475546), "big-endian"),
        ["cut in the counts"] = (() => GgufSamples.Llama().ToArray()[..20], "cut or damaged"),
        ["cut in the metadata"] = (() => GgufSamples.Llama().ToArray()[..100], "cut or damaged"),
        ["cut in the tensor table"] = (() => CutAt("ffn_up"), "cut or damaged"),
        ["a tensor too many"] = (() => Changed(file => file.TensorCount = 40, 0), "damaged"),
        ["2^63 tensors"] = (() => Changed(file => file.TensorCount = 1UL << 63), "9223372036854775808 tensors"),
        ["more tensors than bytes"] = (() => Changed(file => file.TensorCount = 90_000, 0), "ends before its 90000 tensors"),
        ["2^64 - 1 pairs"] = (() => Changed(file => file.PairCount = ulong.MaxValue), "18446744073709551615 pairs"),
        ["more pairs than bytes"] = (() => Changed(file => file.PairCount = 9_000, 0), "ends before its 9000 pairs"),
        ["no pairs"] = (() => new GgufBytes().ToArray(), "general.architecture"),
        ["a key of 2^60 bytes"] = (() => Added(file => file.Text(new string('k', 300), "v")), "300 bytes"),
        ["an empty key"] = (() => Added(file => file.Number("", 1)), "empty"),
        ["a key twice"] = (() => Added(file => file.Number("llama.block_count", 4)), "twice"),
        ["a key that is not UTF-8"] = (() => RawKey(0xFF, 0xFE), "not UTF-8"),
        ["a value of type 13"] = (() => Added(file => file.Raw("k", 13, _ => { })), "type 13"),
        ["a value of type 2^32 - 1"] = (() => Added(file => file.Raw("k", uint.MaxValue, _ => { })), "type 4294967295"),
        ["a boolean of 2"] = (() => Added(file => file.Raw("k", 7, writer => writer.Write((byte)2))), "boolean of 2"),
        ["a string of 2^40 bytes"] = (() => Added(file => file.Raw("k", 8, writer => writer.Write(1UL << 40))), "1099511627776 bytes of k"),
        ["a string longer than the file"] = (() => Added(file => file.Raw("k", 8, writer => writer.Write(60UL << 20))), "ends before"),
        ["a string that is not UTF-8"] = (() => Added(file => file.Raw("k", 8, writer => { writer.Write(1UL); writer.Write((byte)0xC0); })), "not UTF-8"),
        ["an unsigned number beyond 2^63"] = (() => Added(file => file.Raw("k", 10, writer => writer.Write(ulong.MaxValue))), "no size is that large"),
        ["an array of 2^50 numbers"] = (() => Added(file => file.Raw("k", 9, writer => { writer.Write(4u); writer.Write(1UL << 50); })), "elements of k"),
        ["an array longer than the file"] = (() => Added(file => file.Raw("k", 9, writer => { writer.Write(4u); writer.Write(1UL << 23); })), "ends before"),
        ["an array of type 99"] = (() => Added(file => file.Raw("k", 9, writer => { writer.Write(99u); writer.Write(1UL); })), "type 99"),
        ["arrays nested five deep"] = (() => Added(file => file.Raw("k", 9, writer => Nest(writer, 5))), "nested deeper than 4"),
        ["arrays nested a thousand deep"] = (() => Added(file => file.Raw("k", 9, writer => Nest(writer, 1000))), "nested deeper than 4"),
        ["an array of strings that ends early"] = (() => Added(file => file.Raw("k", 9, writer => { writer.Write(8u); writer.Write(2UL); writer.Write(1UL); writer.Write((byte)65); writer.Write(1UL << 39); })), "bytes of k"),
        ["no architecture"] = (() => Added(file => file.Without("general.architecture")), "general.architecture"),
        ["an architecture that is a number"] = (() => Added(file => file.Without("general.architecture").Number("general.architecture", 7)), "general.architecture"),
        ["an empty architecture"] = (() => Added(file => file.Without("general.architecture").Text("general.architecture", "")), "general.architecture"),
        ["an unknown architecture"] = (() => Added(file => file.Without("general.architecture").Text("general.architecture", "flux")), "not known"),
        ["an architecture that drives a terminal"] = (() => Added(file => file.Without("general.architecture").Text("general.architecture", "\u001b[2J")), "\\u001b"),
        ["no block count"] = (() => Added(file => file.Without("llama.block_count")), "llama.block_count is needed"),
        ["no blocks"] = (() => Number("block_count", 0), "1 to 4096"),
        ["a million blocks"] = (() => Number("block_count", 1_000_000), "1 to 4096"),
        ["a block count that is text"] = (() => Added(file => file.Without("llama.block_count").Text("llama.block_count", "4")), "llama.block_count is needed"),
        ["no hidden size"] = (() => Added(file => file.Without("llama.embedding_length")), "llama.embedding_length is needed"),
        ["a hidden size that is not the embedding's"] = (() => Number("embedding_length", 512), "not of the 512"),
        ["no context length"] = (() => Added(file => file.Without("llama.context_length")), "llama.context_length is needed"),
        ["a context of 0"] = (() => Number("context_length", 0), "1 to 1000000000"),
        ["no heads"] = (() => Added(file => file.Without("llama.attention.head_count").Without("llama.attention.head_count_kv")), "attention.head_count is needed"),
        ["heads that do not divide the hidden size"] = (() => Number("attention.head_count", 7), "attention.key_length is needed"),
        ["key/value heads for two layers of four"] = (() => Added(file => file.Without("llama.attention.head_count_kv").Numbers("llama.attention.head_count_kv", 2, 2)), "has 2 numbers"),
        ["a negative number of heads"] = (() => Added(file => file.Without("llama.attention.head_count_kv").Numbers("llama.attention.head_count_kv", 2, -2, 2, 2)), "is -2"),
        ["no layer that keeps anything"] = (() => Number("attention.head_count_kv", 0), "nothing to size"),
        ["a key length of 2^32 - 1"] = (() => Number("attention.key_length", uint.MaxValue), "0 to 1000000000"),
        ["all blocks are drafts"] = (() => Number("nextn_predict_layers", 4), "fewer than the 4 blocks"),
        ["an alignment of 0"] = (() => Added(file => file.Number("general.alignment", 0)), "power of 2"),
        ["an alignment of 48"] = (() => Added(file => file.Number("general.alignment", 48)), "power of 2"),
        ["an alignment of 2^31"] = (() => Added(file => file.Number("general.alignment", 1u << 31)), "power of 2"),
        ["a tensor without a name"] = (() => Added(file => file.Tensor("", 1, 8)), "no name"),
        ["a tensor twice"] = (() => Added(file => file.Tensor("output.weight", 1, 256, 64)), "twice"),
        ["a tensor's name of 300 bytes"] = (() => Added(file => file.Tensor(new string('t', 300), 1, 8)), "300 bytes"),
        ["a tensor without dimensions"] = (() => Added(file => file.Tensor("t", 1)), "0 dimensions"),
        ["a tensor of five dimensions"] = (() => Added(file => file.Tensor("t", 1, 1, 1, 1, 1, 1)), "5 dimensions"),
        ["a dimension of 0"] = (() => Added(file => file.Tensor("t", 1, 8, 0)), "dimension of 0"),
        ["a dimension of 2^40"] = (() => Added(file => file.Tensor("t", 1, 1UL << 40)), "dimension of 1099511627776"),
        ["dimensions that overflow"] = (() => Added(file => file.Tensor("t", 1, int.MaxValue, int.MaxValue, int.MaxValue)), "64-bit"),
        ["a type that was taken out"] = (() => Added(file => file.Tensor("t", 4, 32)), "ggml type 4"),
        ["a type of the future"] = (() => Added(file => file.Tensor("t", 200, 32)), "ggml type 200"),
        ["rows that are no whole blocks"] = (() => Added(file => file.Tensor("t", GgufSamples.Q4K, 100, 256)), "a block of q4_k"),
        ["an offset between alignments"] = (() => Added(file => file.Tensor("t", 1, 1UL << 30 | 8, [8])), "multiple of 32"),
        ["an offset inside another tensor"] = (() => Added(file => file.Tensor("t", 1, 32UL, [8])), "inside that of another"),
        ["an offset of 2^64 - 32"] = (() => Added(file => file.Tensor("t", 1, ulong.MaxValue - 31, [8])), "64-bit"),
        ["a block beyond the count"] = (() => Added(file => file.Tensor("blk.9.attn_q.weight", 1, 8, 8)), "beyond the 4"),
        ["an adapter"] = (() => GgufSamples.Metadata("llama").Tensor("blk.0.attn_q.weight.lora_a", 1, 8, 8).ToArray(), "token_embd.weight"),
        ["one of several parts"] = (() => Added(file => file.Raw("split.count", 2, writer => writer.Write((ushort)3))), "one of 3 parts"),
        ["a split count beyond reason"] = (() => Added(file => file.Number("split.count", 1_000_000)), "split.count"),
        ["experts that differ by layer"] = (() => Added(file => file.Tensor("blk.0.ffn_up.0.weight", 1, 8, 8).Tensor("blk.0.ffn_up.1.weight", 1, 8, 8).Tensor("blk.1.ffn_up.0.weight", 1, 8, 8)), "different numbers"),
    };

    public static TheoryData<string> Names => new(Broken.Keys);

    [Fact]
    public void There_are_more_than_sixty() => Assert.True(Broken.Count > 60);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_file_is_refused_with_the_reason(string name)
    {
        (Func<byte[]> file, string says) = Broken[name];
        byte[] bytes = file();
        long before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<ImportException>(() => GgufImporter.Import(new MemoryStream(bytes), new EntryInfo("m")));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, letter => char.IsControl(letter));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    private static byte[] Changed(Action<GgufBytes> change, int? data = null)
    {
        GgufBytes file = GgufSamples.Llama();
        file.DataBytes = data;
        change(file);
        return file.ToArray();
    }

    private static byte[] Added(Func<GgufBytes, GgufBytes> add)
    {
        GgufBytes file = GgufSamples.Llama();
        file.DataBytes = 64;
        return add(file).ToArray();
    }

    private static byte[] Number(string key, uint value) => Added(file => file.Without("llama." + key).Number("llama." + key, value));

    private static byte[] RawKey(params byte[] key)
    {
        byte[] bytes = GgufSamples.Llama().ToArray();
        key.CopyTo(bytes, 32);
        return bytes;
    }

    private static byte[] CutAt(string name)
    {
        byte[] bytes = GgufSamples.Llama().ToArray();
        return bytes[..bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(name))];
    }

    private static void Nest(BinaryWriter writer, int depth)
    {
        foreach (int _ in Enumerable.Range(0, depth))
        {
            writer.Write(9u);
            writer.Write(1UL);
        }
        writer.Write(4u);
        writer.Write(0UL);
    }
}
