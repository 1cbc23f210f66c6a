using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Reads the entry of one tensor.</summary>
internal static class SafetensorsEntry
{
    private const int LongestName = 256;
    private const int MostDimensions = 16;

    /// <exception cref="ImportException">A part is missing, or they contradict one another.</exception>
    public static SafetensorsTensor Read(string name, JsonView entry)
    {
        if (name.Length is 0 or > LongestName)
        {
            throw new ImportException($"The header has a tensor whose name has {NumberText.Plain(name.Length)} characters: 1 to {NumberText.Plain(LongestName)} are taken.");
        }
        if (!entry.IsObject || entry.Count != 3)
        {
            throw Wrong(name, "has not exactly dtype, shape and data_offsets", null);
        }
        string word = Part(name, entry, "dtype").AsText() ?? throw Wrong(name, "has no dtype in words", "dtype");
        SafetensorsDtype dtype = SafetensorsDtype.Find(word)
            ?? throw Wrong(name, $"is of the type {Shown.Quoted(word)}, which is not known: {string.Join(", ", SafetensorsDtype.All)} are", "dtype");
        long[] shape = Numbers(name, entry, "shape");
        long[] offsets = Numbers(name, entry, "data_offsets");
        if (shape.Length > MostDimensions)
        {
            throw Wrong(name, $"has {NumberText.Plain(shape.Length)} dimensions", "shape");
        }
        if (offsets.Length != 2 || offsets[1] < offsets[0])
        {
            throw Wrong(name, "has no data_offsets of a beginning and an end after it", "data_offsets");
        }
        long bits = Bits(name, dtype, shape);
        return bits % 8 == 0 && bits / 8 == offsets[1] - offsets[0]
            ? new SafetensorsTensor(name, dtype, shape, offsets[0], offsets[1])
            : throw Wrong(name, $"is of {dtype} with the shape [{string.Join(", ", shape)}], but its data_offsets hold {NumberText.Plain(offsets[1] - offsets[0])} bytes", "data_offsets");
    }

    private static long Bits(string name, SafetensorsDtype dtype, long[] shape)
    {
        const long Most = 1L << 56;
        if (shape.Contains(0))
        {
            return 0;
        }
        long bits = dtype.Bits;
        foreach (long size in shape)
        {
            bits = size <= Most / bits ? bits * size : throw Wrong(name, "has a shape of more elements than a disk holds", "shape");
        }
        return bits;
    }

    private static JsonView Part(string name, JsonView entry, string part) => entry.TryGet(part, out JsonView value) ? value : throw Wrong(name, $"has no {part}", part);

    private static long[] Numbers(string name, JsonView entry, string part)
    {
        JsonView list = Part(name, entry, part);
        if (list.Kind != JsonKind.Array)
        {
            throw Wrong(name, $"has a {part} that is {list}: a list of whole numbers is needed", part);
        }
        var numbers = new long[list.Count];
        int i = 0;
        foreach (JsonView item in list.Items())
        {
            numbers[i++] = item.AsInteger() is long number and >= 0 ? number : throw Wrong(name, $"has a {part} with {item}: whole numbers from 0 are needed", part);
        }
        return numbers;
    }

    private static ImportException Wrong(string name, string what, string? field) => new($"The tensor {Shown.Quoted(name)} {what}.", field);
}
