using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Which file has which tensor, by model.safetensors.index.json.</summary>
internal sealed class SafetensorsIndex
{
    private const int MostShards = 10_000;
    private static readonly JsonLimits Limits = new(bytes: 64 << 20, nodes: 1_300_000, textLength: 512, depth: 8);

    private readonly Dictionary<string, int> shardOf;

    private SafetensorsIndex(IReadOnlyList<string> shards, Dictionary<string, int> shardOf)
    {
        Shards = shards;
        this.shardOf = shardOf;
    }

    public static int MostBytes => Limits.Bytes;

    /// <summary>The files, each once.</summary>
    public IReadOnlyList<string> Shards { get; }

    /// <summary>The tensors that a file must have; what else it has belongs to no model.</summary>
    public int CountOf(int shard) => counts[shard];

    private int[] counts = [];

    /// <summary>Whether the index takes the tensor from this file.</summary>
    public bool IsOf(int shard, string tensor) => shardOf.TryGetValue(tensor, out int own) && own == shard;

    /// <summary>One tensor of the file that is not among those given, for a message.</summary>
    public string Missing(int shard, IEnumerable<SafetensorsTensor> found)
    {
        var names = new HashSet<string>(found.Select(tensor => tensor.Name));
        return shardOf.First(pair => pair.Value == shard && !names.Contains(pair.Key)).Key;
    }

    /// <exception cref="ImportException">It is no index, or a name leads out of the folder.</exception>
    public static SafetensorsIndex Parse(byte[] json)
    {
        JsonView root = JsonView.Parse(json, Limits);
        if (!root.TryGet("weight_map", out JsonView map) || !map.IsObject || map.Count == 0)
        {
            throw new ImportException("The index has no weight_map that names the file of each tensor.", "weight_map");
        }
        var shardOf = new Dictionary<string, int>(map.Count, System.StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(System.StringComparer.Ordinal);
        var shards = new List<string>();
        foreach (KeyValuePair<string, JsonView> member in map.Members())
        {
            string file = member.Value.AsText() ?? throw new ImportException($"The index says {member.Value} for the tensor {Shown.Quoted(member.Key)}: the name of a file is needed.", "weight_map");
            if (!numbers.TryGetValue(file, out int number))
            {
                number = shards.Count;
                numbers.Add(file, number);
                shards.Add(CheckName(file));
            }
            shardOf.Add(member.Key, number);
        }
        var index = new SafetensorsIndex(shards, shardOf) { counts = new int[shards.Count] };
        foreach (int shard in shardOf.Values)
        {
            index.counts[shard]++;
        }
        return shards.Count <= MostShards ? index : throw new ImportException($"The index names {NumberText.Plain(shards.Count)} files; {NumberText.Plain(MostShards)} are the most.", "weight_map");
    }

    // A file beside the index and nothing else: no folder, drive, stream or device, on any system.
    private static string CheckName(string name)
    {
        bool isPlain = name.Length is > 0 and <= 200 && name[0] != '.' && name.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_' or '+')
            && name.EndsWith(".safetensors", System.StringComparison.Ordinal);
        return isPlain ? name : throw new ImportException(
            $"The index names the file {Shown.Quoted(name)}: only files beside it whose names end in .safetensors are read, never a path.", "weight_map");
    }
}
