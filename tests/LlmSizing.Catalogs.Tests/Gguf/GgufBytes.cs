using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace LlmSizing.Catalogs.Tests.Gguf;

/// <summary>Writes GGUF headers, right ones and wrong ones: every count, length and type may be replaced.</summary>
internal sealed class GgufBytes
{
    private readonly List<(string Key, Action<BinaryWriter> Value)> pairs = [];
    private readonly List<(string Name, ulong[] Sizes, uint Type, ulong? Offset)> tensors = [];

    public uint Magic { get; set; } = 0x46554747;

    public uint Version { get; set; } = 3;

    public ulong? TensorCount { get; set; }

    public ulong? PairCount { get; set; }

    public int Alignment { get; set; } = 32;

    /// <summary>Bytes of data to write after the header; null for as many as the tensors take.</summary>
    public int? DataBytes { get; set; }

    public GgufBytes Text(string key, string value) => Raw(key, 8, writer => WriteText(writer, value));

    public GgufBytes Number(string key, uint value) => Raw(key, 4, writer => writer.Write(value));

    public GgufBytes Numbers(string key, params int[] values) => Raw(key, 9, writer =>
    {
        writer.Write(5u);
        writer.Write((ulong)values.Length);
        foreach (int value in values)
        {
            writer.Write(value);
        }
    });

    public GgufBytes Flags(string key, params bool[] values) => Raw(key, 9, writer =>
    {
        writer.Write(7u);
        writer.Write((ulong)values.Length);
        writer.Write(values.Select(value => value ? (byte)1 : (byte)0).ToArray());
    });

    public GgufBytes Texts(string key, int count, string value) => Raw(key, 9, writer =>
    {
        writer.Write(8u);
        writer.Write((ulong)count);
        for (int i = 0; i < count; i++)
        {
            WriteText(writer, value);
        }
    });

    public GgufBytes Raw(string key, uint type, Action<BinaryWriter> value)
    {
        pairs.Add((key, writer =>
        {
            writer.Write(type);
            value(writer);
        }));
        return this;
    }

    public GgufBytes Without(string key)
    {
        pairs.RemoveAll(pair => pair.Key == key);
        return this;
    }

    public GgufBytes Tensor(string name, uint type, params ulong[] sizes) => Tensor(name, type, null, sizes);

    public GgufBytes Tensor(string name, uint type, ulong? offset, params ulong[] sizes)
    {
        tensors.Add((name, sizes, type, offset));
        return this;
    }

    public byte[] ToArray()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(TensorCount ?? (ulong)tensors.Count);
        writer.Write(PairCount ?? (ulong)pairs.Count);
        foreach ((string key, Action<BinaryWriter> value) in pairs)
        {
            WriteText(writer, key);
            value(writer);
        }
        ulong offset = 0;
        foreach ((string name, ulong[] sizes, uint type, ulong? stated) in tensors)
        {
            WriteText(writer, name);
            writer.Write((uint)sizes.Length);
            Array.ForEach(sizes, writer.Write);
            writer.Write(type);
            writer.Write(stated ?? offset);
            offset += Padded(BytesOf(type, sizes));
        }
        writer.Write(new byte[Padded((ulong)stream.Length) - (ulong)stream.Length]);
        writer.Write(new byte[DataBytes ?? (int)Math.Min(offset, 1 << 24)]);
        writer.Flush();
        return stream.ToArray();
    }

    public static void WriteText(BinaryWriter writer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    // Blocks as ggml has them, of the types that the tests write.
    private static ulong BytesOf(uint type, ulong[] sizes)
    {
        ulong elements = sizes.Aggregate(1UL, (product, size) => unchecked(product * size));
        return type switch
        {
            0 => elements * 4,
            8 => elements / 32 * 34,
            12 => elements / 256 * 144,
            14 => elements / 256 * 210,
            39 => elements / 32 * 17,
            _ => elements * 2,
        };
    }

    private ulong Padded(ulong bytes) => (bytes + (ulong)Alignment - 1) / (ulong)Alignment * (ulong)Alignment;
}
