using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing;

/// <summary>The metadata and the tensor table of one GGUF file; its data is never read.</summary>
/// <remarks>ggml's docs/gguf.md and gguf.cpp: magic, version, counts, pairs of key and value, tensors, padding, data.</remarks>
internal sealed class GgufHeader
{
    private const uint Magic = 0x46554747;
    private const uint SwappedMagic = 0x47475546;
    private const long DefaultAlignment = 32;

    private GgufHeader(IReadOnlyDictionary<string, GgufValue> metadata, IReadOnlyList<GgufTensor> tensors, long bytes)
    {
        Metadata = metadata;
        Tensors = tensors;
        Bytes = bytes;
    }

    public IReadOnlyDictionary<string, GgufValue> Metadata { get; }

    public IReadOnlyList<GgufTensor> Tensors { get; }

    /// <summary>Bytes of the whole file as the table states them: header, padding and data.</summary>
    public long Bytes { get; }

    /// <summary>Reads a header.</summary>
    /// <exception cref="ImportException">The stream is no GGUF file of version 2 or 3, is damaged, or is beyond a limit.</exception>
    public static GgufHeader Read(Stream stream)
    {
        var reader = new GgufReader(stream);
        CheckVersion(reader);
        long tensors = reader.Count("tensors", GgufLimits.Tensors, 24);
        long pairs = reader.Count("pairs of metadata", GgufLimits.Pairs, 13);
        Dictionary<string, GgufValue> metadata = ReadMetadata(reader, pairs);
        long alignment = metadata.TryGetValue("general.alignment", out GgufValue? stated) ? CheckAlignment(stated.Number) : DefaultAlignment;
        List<GgufTensor> table = ReadTensors(reader, tensors);
        long begin = (reader.Position + alignment - 1) / alignment * alignment;
        return new GgufHeader(metadata, table, checked(begin + DataBytes(table, alignment)));
    }

    private static void CheckVersion(GgufReader reader)
    {
        uint magic = reader.UInt32();
        if (magic is not (Magic or SwappedMagic))
        {
            throw new ImportException("The file does not begin with GGUF: it is no GGUF file (one of the older ggml or ggjt formats is converted with llama.cpp's scripts).");
        }
        uint version = reader.UInt32();
        // The same number, written with its bytes the other way round.
        if (magic == SwappedMagic || (version > 0 && (version & 0xFFFF) == 0))
        {
            throw new ImportException("The file is big-endian: convert it with gguf_convert_endian.py little, its sizes stay the same.");
        }
        if (version == 1)
        {
            throw new ImportException("The file is GGUF version 1, which llama.cpp no longer reads: versions 2 and 3 are taken; convert the model again.");
        }
        if (version is not (2 or 3))
        {
            throw new ImportException($"The file is GGUF version {version}: versions 2 and 3 are taken.");
        }
    }

    private static Dictionary<string, GgufValue> ReadMetadata(GgufReader reader, long pairs)
    {
        var metadata = new Dictionary<string, GgufValue>(StringComparer.Ordinal);
        var values = new GgufValueReader(reader);
        for (long i = 0; i < pairs; i++)
        {
            string key = reader.Text("a key");
            if (key.Length == 0 || metadata.ContainsKey(key))
            {
                throw new ImportException(key.Length == 0 ? "A key of the metadata is empty: the file is damaged." : $"The key {Shown.Quoted(key)} is there twice: the file is damaged.", key);
            }
            metadata.Add(key, values.Read(key));
        }
        return metadata;
    }

    private static long CheckAlignment(long? alignment) => alignment is long given and > 0 and <= GgufLimits.Alignment && (given & (given - 1)) == 0
        ? given
        : throw new ImportException($"general.alignment is no power of 2 up to {GgufLimits.Alignment}: the file is damaged.", "general.alignment");

    private static List<GgufTensor> ReadTensors(GgufReader reader, long count)
    {
        var tensors = new List<GgufTensor>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (long i = 0; i < count; i++)
        {
            string name = reader.Text("a tensor's name");
            if (name.Length == 0 || !names.Add(name))
            {
                throw new ImportException(name.Length == 0 ? "A tensor has no name: the file is damaged." : $"Tensor {Shown.Quoted(name)} is there twice: the file is damaged.", name);
            }
            long[] sizes = ReadSizes(reader, name);
            tensors.Add(new GgufTensor(name, sizes, GgufType.Of(reader.UInt32(), name).Format, reader.UInt64()));
        }
        return tensors;
    }

    private static long[] ReadSizes(GgufReader reader, string name)
    {
        uint dimensions = reader.UInt32();
        if (dimensions is 0 or > GgufLimits.Dimensions)
        {
            throw new ImportException($"Tensor {Shown.Quoted(name)} has {dimensions} dimensions: 1 to {GgufLimits.Dimensions} are taken.", name);
        }
        var sizes = new long[dimensions];
        for (int i = 0; i < sizes.Length; i++)
        {
            ulong size = reader.UInt64();
            sizes[i] = size is > 0 and <= int.MaxValue ? (long)size
                : throw new ImportException($"Tensor {Shown.Quoted(name)} has a dimension of {size}: 1 to {int.MaxValue} are taken.", name);
        }
        return sizes;
    }

    // Tensors lie one after another, each from a multiple of the alignment.
    private static long DataBytes(List<GgufTensor> tensors, long alignment)
    {
        ulong end = 0;
        foreach (GgufTensor tensor in tensors.OrderBy(tensor => tensor.Offset))
        {
            if (tensor.Offset % (ulong)alignment != 0 || tensor.Offset < end)
            {
                throw new ImportException(
                    tensor.Offset < end ? $"The data of tensor {Shown.Quoted(tensor.Name)} begins inside that of another: the file is damaged."
                    : $"The data of tensor {Shown.Quoted(tensor.Name)} does not begin at a multiple of {alignment} bytes: the file is damaged.", tensor.Name);
            }
            end = tensor.Offset + (ulong)tensor.Bytes;
        }
        return (long)end;
    }
}
