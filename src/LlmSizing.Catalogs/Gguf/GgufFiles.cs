using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace LlmSizing;

/// <summary>The headers of a model's files: one, or all parts of a split one.</summary>
internal static class GgufFiles
{
    private static readonly Regex Part = new(@"^(.+)-([0-9]{5})-of-([0-9]{5})\.gguf$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The model's name as its file's name has it: without folder, part and extension.</summary>
    public static string NameOf(string path)
    {
        string file = Path.GetFileName(path);
        Match part = Part.Match(file);
        return part.Success ? part.Groups[1].Value : Path.GetFileNameWithoutExtension(file);
    }

    /// <summary>Reads the headers of a file and of the parts beside it, the first part first.</summary>
    /// <exception cref="ImportException">A part is missing, is cut, or is of another model.</exception>
    public static IReadOnlyList<GgufHeader> Read(string path)
    {
        GgufHeader given = ReadOne(path);
        long count = SplitCount(given);
        if (count <= 1)
        {
            return [given];
        }
        IReadOnlyList<string> paths = PathsOf(path, count);
        string[] missing = paths.Where(part => !File.Exists(part)).Select(part => Shown.Plain(Path.GetFileName(part))).ToArray();
        if (missing.Length > 0)
        {
            string more = missing.Length > 5 ? $" and {NumberText.Plain(missing.Length - 5)} more" : "";
            throw new ImportException($"The model is split into {NumberText.Plain(count)} files, and these are missing beside it: {string.Join(", ", missing.Take(5))}{more}.");
        }
        GgufHeader[] headers = paths.Select(ReadOne).ToArray();
        CheckParts(headers, paths, count);
        return headers;
    }

    /// <summary>Parts of the model that a header belongs to; 1 where it is whole.</summary>
    public static long SplitCount(GgufHeader header) => header.Metadata.TryGetValue("split.count", out GgufValue? count)
        ? count.Number is long parts and >= 0 and <= GgufLimits.Parts ? parts : throw new ImportException($"split.count is no number up to {GgufLimits.Parts}: the file is damaged.", "split.count")
        : 1;

    private static GgufHeader ReadOne(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
            GgufHeader header = GgufHeader.Read(stream);
            return header.Bytes <= stream.Length
                ? header
                : throw new ImportException($"{Shown.Plain(Path.GetFileName(path))} has {NumberText.Plain(stream.Length)} bytes of the {NumberText.Plain(header.Bytes)} that its table states: it is cut, or still being downloaded.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ImportException($"{Shown.Plain(Path.GetFileName(path))} cannot be read: {Shown.Sentence(error.Message)}");
        }
    }

    private static List<string> PathsOf(string path, long count)
    {
        Match part = Part.Match(Path.GetFileName(path));
        if (!part.Success || long.Parse(part.Groups[3].Value, CultureInfo.InvariantCulture) != count)
        {
            throw new ImportException(
                $"The file is one of {NumberText.Plain(count)} parts and is not called like one, such as {Shown.Plain(NameOf(path))}-00001-of-{count.ToString("00000", CultureInfo.InvariantCulture)}.gguf: give it back its name.", "split.count");
        }
        string folder = Path.GetDirectoryName(path) ?? "";
        var paths = new List<string>();
        for (long i = 1; i <= count; i++)
        {
            paths.Add(Path.Combine(folder, $"{part.Groups[1].Value}-{i.ToString("00000", CultureInfo.InvariantCulture)}-of-{part.Groups[3].Value}.gguf"));
        }
        return paths;
    }

    private static void CheckParts(GgufHeader[] headers, IReadOnlyList<string> paths, long count)
    {
        for (int i = 0; i < headers.Length; i++)
        {
            if (SplitCount(headers[i]) != count || !headers[i].Metadata.TryGetValue("split.no", out GgufValue? number) || number.Number != i)
            {
                throw new ImportException($"{Shown.Plain(Path.GetFileName(paths[i]))} does not say that it is part {NumberText.Plain(i + 1)} of {NumberText.Plain(count)}: it is of another model.", "split.no");
            }
        }
        long tensors = headers.Sum(header => (long)header.Tensors.Count);
        if (headers[0].Metadata.TryGetValue("split.tensors.count", out GgufValue? stated) && stated.Number != tensors)
        {
            throw new ImportException($"The parts have {NumberText.Plain(tensors)} tensors together and not those that split.tensors.count states: a part is of another model.", "split.tensors.count");
        }
    }
}
