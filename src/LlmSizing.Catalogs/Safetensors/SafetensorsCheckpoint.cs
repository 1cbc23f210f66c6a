using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The safetensors files of a model: those of the index, or the one file.</summary>
internal static class SafetensorsCheckpoint
{
    public const string IndexName = "model.safetensors.index.json";

    private static readonly string[] SingleNames = ["model.safetensors", "consolidated.safetensors"];

    /// <summary>Reads the headers; null where there are no such files.</summary>
    /// <exception cref="ImportException">A file is missing, broken, or not what the index says.</exception>
    public static CheckpointTensors? Read(ModelFiles files, string? single = null)
    {
        if (single is null && files.Find(IndexName, SafetensorsIndex.MostBytes) is byte[] json)
        {
            return ReadSharded(files, SafetensorsIndex.Parse(json));
        }
        foreach (string name in single is null ? SingleNames : [single])
        {
            if (files.Open(name) is FileSource file)
            {
                var tensors = new CheckpointTensors { Files = 1 };
                foreach (SafetensorsTensor tensor in Header(name, file).Tensors)
                {
                    tensors.Add(tensor);
                }
                return tensors;
            }
        }
        return null;
    }

    private static CheckpointTensors ReadSharded(ModelFiles files, SafetensorsIndex index)
    {
        var tensors = new CheckpointTensors { Files = index.Shards.Count };
        for (int shard = 0; shard < index.Shards.Count; shard++)
        {
            string name = index.Shards[shard];
            FileSource file = files.Open(name) ?? throw Absent(files, index);
            SafetensorsHeader header = Header(name, file);
            int found = 0;
            // What the index does not name is a copy that no engine loads.
            foreach (SafetensorsTensor tensor in header.Tensors)
            {
                if (index.IsOf(shard, tensor.Name))
                {
                    tensors.Add(tensor);
                    found++;
                }
            }
            if (found < index.CountOf(shard))
            {
                throw new ImportException($"The index says that the tensor {Shown.Quoted(index.Missing(shard, header.Tensors))} is in {Shown.Quoted(name)}, but it is not: the files are of different versions.", "weight_map");
            }
        }
        return tensors;
    }

    private static SafetensorsHeader Header(string name, FileSource file)
    {
        using (file)
        {
            try
            {
                return SafetensorsHeader.Read(file);
            }
            catch (ImportException error) when (!error.Message.Contains(name))
            {
                throw new ImportException($"{Shown.Plain(name)}: {error.Message}", error.Field);
            }
        }
    }

    private static ImportException Absent(ModelFiles files, SafetensorsIndex index)
    {
        var absent = new List<string>();
        foreach (string name in index.Shards)
        {
            using FileSource? file = files.Open(name);
            if (file is null)
            {
                absent.Add(name);
            }
        }
        string more = absent.Count > 3 ? $" and {NumberText.Plain(absent.Count - 3)} more" : "";
        return new ImportException(
            $"{NumberText.Plain(absent.Count)} of {NumberText.Plain(index.Shards.Count)} files that the index names are not there: {string.Join(", ", absent.Take(3).Select(Shown.Plain))}{more}. Get the rest, or import config.json alone.", "weight_map");
    }
}
