using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing;

/// <summary>Makes a <see cref="Model"/> of a GGUF file: its layers from the metadata, its weights from the tensor table. No weight is read.</summary>
/// <remarks>Versions 2 and 3, little-endian. An architecture that is not known is refused, never guessed.</remarks>
public static class GgufImporter
{
    /// <summary>Imports a file, or a split one with the parts beside it.</summary>
    /// <param name="path">The file; of a split model any part.</param>
    /// <param name="info">Name, aliases and sources of the entry; null for the file's name.</param>
    /// <returns>The model; <see cref="Model.WeightsGib"/> is the size of its tensors.</returns>
    /// <exception cref="ImportException">The file cannot be read, is damaged, cut or beyond a limit, a part is missing, or the architecture is not known or keeps no KV cache.</exception>
    public static Model Import(string path, EntryInfo? info = null) => Import(info ?? new EntryInfo(GgufFiles.NameOf(path), references: [Path.GetFileName(path)]), GgufFiles.Read(path));

    /// <summary>Imports a whole model from a stream, such as the beginning of a file that lies elsewhere.</summary>
    /// <param name="stream">The file from its beginning; only its header is read, and the data need not follow.</param>
    /// <param name="info">Name, aliases and sources of the entry.</param>
    /// <exception cref="ImportException">The stream is no GGUF file, is damaged or beyond a limit, is a part of a split model, or the architecture is not known or keeps no KV cache.</exception>
    public static Model Import(Stream stream, EntryInfo info)
    {
        GgufHeader header = GgufHeader.Read(stream);
        long parts = GgufFiles.SplitCount(header);
        return parts <= 1 ? Import(info, [header]) : throw new ImportException($"The file is one of {NumberText.Plain(parts)} parts: all of them are needed.", "split.count");
    }

    private static Model Import(EntryInfo info, IReadOnlyList<GgufHeader> headers)
    {
        try
        {
            var config = new GgufConfig(headers[0].Metadata);
            GgufTensor[] tensors = headers.SelectMany(header => header.Tensors).ToArray();
            CheckNames(tensors);
            return Create(info, config, GgufArchitecture.Of(config), tensors, headers[0].Metadata);
        }
        catch (SizingException error)
        {
            throw new ImportException(error.Message, error.Input);
        }
        catch (OverflowException)
        {
            throw new ImportException("The sizes multiply to more than a 64-bit integer holds.");
        }
    }

    private static Model Create(EntryInfo info, GgufConfig config, GgufArchitecture kind, GgufTensor[] tensors, IReadOnlyDictionary<string, GgufValue> metadata)
    {
        IReadOnlyList<LayerGroup> layers = GroupsOf(config, kind, 0, config.Layers);
        if (layers.Count == 0)
        {
            throw new ImportException("No layer of the file has key/value heads or a state: there is nothing to size.", config.Architecture + ".attention.head_count_kv");
        }
        var architecture = new Architecture(SizesOf(config, kind, tensors, metadata), GgufWeights.Of(config, tensors));
        IReadOnlyList<LayerGroup> drafts = config.DraftLayers == 0 ? [] : GroupsOf(config, kind, config.Layers, config.Blocks);
        long bytes = checked(tensors.Sum(tensor => tensor.Bytes));
        return new Model(
            info, layers, config.Need("context_length"), KvPrecision.Find("fp16")!, kind.Family, Billions(architecture.Parameters), Active(architecture),
            decimal.Round((decimal)bytes / ByteUnits.GiB, 9), architecture, drafts);
    }

    private static IReadOnlyList<LayerGroup> GroupsOf(GgufConfig config, GgufArchitecture kind, long first, long end)
    {
        var cache = new CacheLayers();
        for (long layer = first; layer < end; layer++)
        {
            kind.AddLayer(config, cache, layer);
        }
        // Layers of multi-token prediction are counted apart.
        return cache.Groups(first == 0 ? config.Layers : cache.Count);
    }

    private static ArchitectureSizes SizesOf(GgufConfig config, GgufArchitecture kind, GgufTensor[] tensors, IReadOnlyDictionary<string, GgufValue> metadata)
    {
        GgufTensor embedding = tensors.FirstOrDefault(tensor => tensor.Name == "token_embd.weight")
            ?? throw new ImportException("The file has no token_embd.weight: it is an adapter, a part of a model, or damaged.", "token_embd.weight");
        if (embedding.Columns != config.Hidden)
        {
            throw new ImportException($"token_embd.weight has rows of {NumberText.Plain(embedding.Columns)} elements, not of the {NumberText.Plain(config.Hidden)} of embedding_length: the file is damaged.", "token_embd.weight");
        }
        long[] all = Enumerable.Range(0, (int)config.Layers).Select(layer => (long)layer).ToArray();
        long widest = all.Max(layer => config.At("feed_forward_length", layer) ?? 0);
        long experts = config.Experts;
        return new ArchitectureSizes(
            kind.ClassOf(config), config.Hidden, embedding.Rows, config.Layers,
            config.Has("attention.head_count") ? all.Max(config.QueryHeads) : 0, widest,
            experts, config.Find("expert_used_count") ?? 0, experts == 0 ? 0 : config.Find("expert_feed_forward_length") ?? widest,
            dtype: "fp16", quantization: GgufFileType.NameOf(metadata));
    }

    private static decimal? Active(Architecture architecture)
    {
        ArchitectureSizes sizes = architecture.Sizes;
        if (sizes.NumExperts == 0 || sizes.NumExpertsPerToken == 0 || sizes.NumExpertsPerToken >= sizes.NumExperts)
        {
            return null;
        }
        long idle = architecture.Weights.Where(matrix => matrix.Component == WeightComponent.Experts && matrix.Copies > 1)
            .Sum(matrix => matrix.Parameters / sizes.NumExperts * (sizes.NumExperts - sizes.NumExpertsPerToken));
        return Billions(architecture.Parameters - idle);
    }

    private static decimal Billions(long parameters) => decimal.Round(parameters / 1_000_000_000m, 9);

    private static void CheckNames(GgufTensor[] tensors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (tensors.FirstOrDefault(tensor => !names.Add(tensor.Name)) is GgufTensor twice)
        {
            throw new ImportException($"Tensor {Shown.Quoted(twice.Name)} is in two parts: a part is of another model.", twice.Name);
        }
    }
}
