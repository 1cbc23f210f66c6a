using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The sizes of a model in a file's metadata, under the prefix of its architecture.</summary>
internal sealed class GgufConfig
{
    private const long Largest = 1_000_000_000;
    private readonly IReadOnlyDictionary<string, GgufValue> metadata;

    public GgufConfig(IReadOnlyDictionary<string, GgufValue> metadata)
    {
        this.metadata = metadata;
        Architecture = metadata.TryGetValue("general.architecture", out GgufValue? name) && name.Text is { Length: > 0 } text
            ? text
            : throw new ImportException("The file has no general.architecture: it is needed to know what its sizes mean.", "general.architecture");
    }

    /// <summary>The value of general.architecture.</summary>
    public string Architecture { get; }

    /// <summary>Blocks of the file, those of multi-token prediction included.</summary>
    public long Blocks => Need("block_count", GgufLimits.Layers);

    /// <summary>Layers of multi-token prediction, the last blocks.</summary>
    public long DraftLayers
    {
        get
        {
            long drafts = Find("nextn_predict_layers") ?? 0;
            return drafts < Blocks ? drafts : throw Wrong("nextn_predict_layers", drafts, $"fewer than the {NumberText.Plain(Blocks)} blocks");
        }
    }

    public long Layers => Blocks - DraftLayers;

    public long Hidden => Need("embedding_length");

    public long Window => Need("attention.sliding_window");

    public bool HasWindow => Find("attention.sliding_window") is > 0;

    public long Experts => Find("expert_count") ?? 0;

    /// <summary>Key/value heads of a layer; as many as query heads where the file states none, 0 in a layer that does not attend.</summary>
    public long KeyValueHeads(long layer) => At("attention.head_count_kv", layer) ?? QueryHeads(layer);

    public long QueryHeads(long layer) => At("attention.head_count", layer) ?? throw Missing("attention.head_count");

    public long KeyLength(long layer) => Find("attention.key_length") ?? Divided(layer);

    public long ValueLength(long layer) => Find("attention.value_length") ?? Divided(layer);

    /// <summary>A number of the model.</summary>
    /// <exception cref="ImportException">It is not there, or out of its range.</exception>
    public long Need(string key, long most = Largest)
    {
        long value = Find(key) ?? throw Missing(key);
        return value is >= 1 && value <= most ? value : throw Wrong(key, value, $"1 to {NumberText.Plain(most)}");
    }

    /// <summary>A number of the model, or null.</summary>
    public long? Find(string key)
    {
        long? value = Value(key)?.Number;
        return value is null or (>= 0 and <= Largest) ? value : throw Wrong(key, value.Value, $"0 to {NumberText.Plain(Largest)}");
    }

    /// <summary>A number that each layer may have of its own, or null.</summary>
    public long? At(string key, long layer)
    {
        if (Value(key)?.Numbers is not IReadOnlyList<long> numbers)
        {
            return Find(key);
        }
        if (layer >= numbers.Count)
        {
            throw new ImportException($"{Path(key)} has {numbers.Count} numbers and the model {NumberText.Plain(Blocks)} blocks: one for each is needed.", Path(key));
        }
        long value = numbers[(int)layer];
        return value is >= 0 and <= Largest ? value : throw Wrong(key, value, $"0 to {NumberText.Plain(Largest)}");
    }

    public bool IsArray(string key) => Value(key)?.Elements > 0;

    public bool Has(string key) => Value(key) is not null;

    public ImportException Missing(string key) => new($"{Path(key)} is needed to size {Shown.Quoted(Architecture)} and is not in the file.", Path(key));

    private string Path(string key) => Shown.Plain(Architecture) + "." + key;

    private GgufValue? Value(string key) => metadata.TryGetValue(Architecture + "." + key, out GgufValue? value) ? value : null;

    private ImportException Wrong(string key, long value, string range) => new($"{Path(key)} is {NumberText.Plain(value)}: {range} is taken.", Path(key));

    private long Divided(long layer)
    {
        long heads = QueryHeads(layer);
        return heads > 0 && Hidden % heads == 0
            ? Hidden / heads
            : throw Missing("attention.key_length");
    }
}
