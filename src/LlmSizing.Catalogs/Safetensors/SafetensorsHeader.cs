using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The tensors of a safetensors file. Eight bytes say how long the header is, JSON follows; no more of the file is read.</summary>
/// <remarks>The rules are the format's own (huggingface/safetensors): a header of at most 100 MB that begins with a brace, tensors that cover the rest of the file without a hole or an overlap.</remarks>
public sealed class SafetensorsHeader
{
    private const int LengthBytes = 8;
    private const long MostBytes = 100_000_000;
    private const int MostTensors = 100_000;
    private const string Metadata = "__metadata__";

    // Twelve keys and values a tensor; a note of a training tool may be as long as the header.
    private static readonly JsonLimits Limits = new(bytes: (int)MostBytes, nodes: 1_250_000, textLength: (int)MostBytes, depth: 4);

    private SafetensorsHeader(IReadOnlyList<SafetensorsTensor> tensors)
    {
        Tensors = new ReadableList<SafetensorsTensor>(tensors);
        Bytes = tensors.Sum(tensor => tensor.Bytes);
    }

    /// <summary>The tensors in the order of the header.</summary>
    public ReadableList<SafetensorsTensor> Tensors { get; }

    /// <summary>Bytes of all tensors.</summary>
    public long Bytes { get; }

    /// <summary>Reads the header of a file.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="ImportException">There is no such file, or it is not as the format says.</exception>
    public static SafetensorsHeader Read(string path)
    {
        using LocalFile file = LocalFile.Open(path, null) ?? throw new ImportException($"There is no file '{path}'.");
        return Read(file);
    }

    internal static SafetensorsHeader Read(FileSource file)
    {
        if (file.Length < LengthBytes)
        {
            throw new ImportException($"The file has {NumberText.Plain(file.Length)} bytes: no safetensors file is that short.");
        }
        byte[] written = file.Read(0, LengthBytes);
        ulong length = 0;
        for (int i = LengthBytes - 1; i >= 0; i--)
        {
            length = (length << 8) | written[i];
        }
        if (length is < 2 or > MostBytes)
        {
            throw new ImportException($"The file says that its header has {length} bytes; 2 to {NumberText.Plain(MostBytes)} are possible. It is no safetensors file, or a damaged one.");
        }
        long rest = file.Length - LengthBytes - (long)length;
        return rest >= 0
            ? Parse(file.Read(LengthBytes, (int)length), rest)
            : throw new ImportException($"The file has {NumberText.Plain(file.Length)} bytes, fewer than its header of {length}: it was cut off.");
    }

    private static SafetensorsHeader Parse(byte[] json, long dataBytes)
    {
        JsonView root = json[0] == '{' ? JsonView.Parse(json, Limits) : throw new ImportException("The header does not begin with a brace, as one of safetensors does.");
        if (root.Count > MostTensors)
        {
            throw new ImportException($"The header lists {NumberText.Plain(root.Count)} tensors; {NumberText.Plain(MostTensors)} are the most of one file.");
        }
        var tensors = new List<SafetensorsTensor>(root.Count);
        foreach (KeyValuePair<string, JsonView> member in root.Members())
        {
            if (member.Key == Metadata)
            {
                CheckMetadata(member.Value);
            }
            else
            {
                tensors.Add(SafetensorsEntry.Read(member.Key, member.Value));
            }
        }
        CheckPlaces(tensors, dataBytes);
        return new SafetensorsHeader(tensors);
    }

    private static void CheckMetadata(JsonView metadata)
    {
        if (!metadata.IsObject || metadata.Members().Any(member => member.Value.Kind != JsonKind.Text))
        {
            throw new ImportException("The header's __metadata__ is not a list of texts.", Metadata);
        }
    }

    private static void CheckPlaces(List<SafetensorsTensor> tensors, long dataBytes)
    {
        long end = 0;
        foreach (SafetensorsTensor tensor in tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            if (tensor.Begin != end)
            {
                throw new ImportException(
                    $"The tensor {Shown.Quoted(tensor.Name)} begins at byte {NumberText.Plain(tensor.Begin)} where {NumberText.Plain(end)} is expected: tensors {(tensor.Begin < end ? "overlap" : "leave a hole")}.", "data_offsets");
            }
            end = tensor.End;
        }
        if (end != dataBytes)
        {
            throw new ImportException(
                $"The tensors have {NumberText.Plain(end)} bytes and the file {NumberText.Plain(dataBytes)} after its header: {(dataBytes < end ? "it was cut off" : "there is more than the header says")}.", "data_offsets");
        }
    }
}
