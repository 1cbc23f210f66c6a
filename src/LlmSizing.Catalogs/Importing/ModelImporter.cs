using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;

namespace LlmSizing;

/// <summary>Makes a model of what people have: a config.json, a folder with safetensors files, a GGUF file, a repository of the hub.</summary>
public static class ModelImporter
{
    private const string ConfigName = "config.json";
    private const string QuantizationName = "hf_quant_config.json";

    /// <summary>Imports a file or a folder. Of safetensors files the headers are read and nothing else.</summary>
    /// <param name="path">The full path of a config.json, a folder with one, a .safetensors file or an index beside one, or a GGUF file.</param>
    /// <param name="name">The model's name, or null for that of the folder or file.</param>
    /// <exception cref="ImportException">There is nothing to import, or it is broken or of an unknown kind.</exception>
    public static Model ImportPath(string path, string? name = null)
    {
        bool isFolder = Directory.Exists(path);
        string extension = isFolder ? "" : Path.GetExtension(path).ToLowerInvariant();
        if (!isFolder && !File.Exists(path))
        {
            throw new ImportException($"There is no file or folder '{path}'.");
        }
        string folder = isFolder ? path : Path.GetDirectoryName(path)!;
        string file = Path.GetFileName(path);
        return (isFolder, extension) switch
        {
            (true, _) => Import(new LocalFolder(folder), ImportName.OfFolder(folder, name), null),
            (_, ".safetensors") => Import(new LocalFolder(folder), ImportName.OfFolder(folder, name), IsInIndex(folder, file) ? null : file),
            (_, ".gguf") => GgufImporter.Import(path, name is null ? null : ImportName.OfFile(file, name)),
            (_, ".json") when file.EndsWith(".safetensors.index.json", StringComparison.Ordinal) => Import(new LocalFolder(folder), ImportName.OfFolder(folder, name), null),
            (_, ".json") => ImportConfig(folder, file, name),
            _ => throw new ImportException($"'{file}' is none of a config.json, a .safetensors file, its .index.json, a .gguf file, or a folder with them."),
        };
    }

    /// <summary>Imports a model of the hub by its id.</summary>
    /// <param name="repository">Such as <c>Qwen/Qwen3-8B</c>.</param>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <param name="hub">Where and how it is reached.</param>
    /// <param name="name">The model's name, or null for that of the repository.</param>
    /// <param name="cancellation">Ends the wait for an answer.</param>
    /// <exception cref="ImportException">The hub does not answer or refuses, or the files are broken or of an unknown kind.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Model ImportRepository(string repository, string revision, HubOptions hub, string? name = null, CancellationToken cancellation = default)
    {
        HubName.Check(repository, revision);
        EntryInfo info = ImportName.OfRepository(repository, name);
        if (HubCache.Find(hub.CacheFolder, repository, revision) is LocalFolder cached && (hub.IsOffline || HubName.IsCommit(revision)))
        {
            hub.Log($"From the cache: {cached.Place}");
            return Import(cached, info, null);
        }
        if (hub.IsOffline)
        {
            throw new ImportException($"'{repository}' at '{revision}' is not in the cache {hub.CacheFolder}, and nothing is asked of the network: -Offline or HF_HUB_OFFLINE says so.");
        }
        using var connection = new HubConnection(hub, cancellation);
        return Import(new HubFiles(connection, repository, revision), info, null);
    }

    private static Model Import(ModelFiles files, EntryInfo info, string? single)
    {
        byte[] config = files.Find(ConfigName, JsonLimits.Config.Bytes)
            ?? throw new ImportException($"There is no {ConfigName} in {files.Place}: tensors alone do not say how many heads there are, nor how layers attend.");
        Model shape = FromConfig(files, info, config);
        return SafetensorsCheckpoint.Read(files, single) is CheckpointTensors tensors ? WithTensors(info, shape, tensors) : shape;
    }

    private static Model ImportConfig(string folder, string file, string? name)
    {
        var files = new LocalFolder(folder);
        EntryInfo info = file == ConfigName ? ImportName.OfFolder(folder, name) : ImportName.OfFile(file, name);
        return FromConfig(files, info, files.Find(file, JsonLimits.Config.Bytes) ?? throw new ImportException($"There is no file '{file}'."));
    }

    private static Model FromConfig(ModelFiles files, EntryInfo info, byte[] config) =>
        HfConfigImporter.Import(info, Text(config, ConfigName), files.Find(QuantizationName, JsonLimits.Config.Bytes) is byte[] beside ? Text(beside, QuantizationName) : null);

    private static Model WithTensors(EntryInfo info, Model shape, CheckpointTensors tensors)
    {
        try
        {
            return Replace(info, shape, tensors);
        }
        catch (Exception error) when (error is SizingException or OverflowException)
        {
            throw new ImportException("The tensors' sizes make no model: " + error.Message);
        }
    }

    private static Model Replace(EntryInfo info, Model shape, CheckpointTensors tensors)
    {
        Architecture byConfig = shape.Architecture!;
        var architecture = new Architecture(byConfig.Sizes, ShapedWeights.Of(tensors, shape));
        long difference = tensors.Bytes - byConfig.Weights.Sum(matrix => matrix.Bytes);
        string notes = $"{NumberText.Plain(tensors.Bytes)} bytes of tensors in {NumberText.Plain(tensors.Files)} {(tensors.Files == 1 ? "file" : "files")}, "
            + (difference == 0 ? "exactly what the sizes of config.json make." : $"{NumberText.Plain(Math.Abs(difference))} {(difference > 0 ? "more" : "fewer")} than the sizes of config.json make.");
        var noted = new EntryInfo(info.Name, info.Aliases, info.References, info.Estimate, notes, info.Source);
        return new Model(
            noted, shape.Layers, shape.MaxPositionEmbeddings, shape.DefaultKvPrecision, shape.Family, Billions(architecture.Parameters),
            Active(architecture), decimal.Round(tensors.Bytes / (decimal)(1L << 30), 9), architecture, shape.DraftLayers);
    }

    private static decimal? Active(Architecture architecture)
    {
        long experts = architecture.Sizes.NumExperts;
        long idle = experts == 0 ? 0 : architecture.Loaded.Where(matrix => matrix.Component == WeightComponent.Experts && matrix.Copies > 1)
            .Sum(matrix => matrix.Parameters / experts * Math.Max(0, experts - architecture.Sizes.NumExpertsPerToken));
        return idle == 0 || idle >= architecture.Parameters ? null : Billions(architecture.Parameters - idle);
    }

    private static decimal Billions(long parameters) => decimal.Round(parameters / 1_000_000_000m, 9);

    private static bool IsInIndex(string folder, string file) =>
        new LocalFolder(folder).Find(SafetensorsCheckpoint.IndexName, SafetensorsIndex.MostBytes) is byte[] json && SafetensorsIndex.Parse(json).Shards.Contains(file);

    private static string Text(byte[] bytes, string name)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException($"{name} is not UTF-8 text.");
        }
    }
}
