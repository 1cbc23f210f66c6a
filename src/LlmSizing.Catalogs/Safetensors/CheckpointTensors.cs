using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The tensors of all files of a checkpoint, gathered by module and layer.</summary>
internal sealed class CheckpointTensors
{
    private const int Most = 1_000_000;

    private readonly Dictionary<(string Module, long Layer), List<TensorModule>> modules = [];
    private readonly Dictionary<string, TensorModule> open = new(StringComparer.Ordinal);

    /// <summary>Bytes of all tensors.</summary>
    public long Bytes { get; private set; }

    public int Count { get; private set; }

    public int Files { get; set; }

    /// <summary>Modules by their names with # for numbers, and their layer; -1 outside of layers. Several are experts.</summary>
    public IEnumerable<KeyValuePair<(string Module, long Layer), List<TensorModule>>> Modules => modules;

    public void Add(SafetensorsTensor tensor)
    {
        if (++Count > Most)
        {
            throw new ImportException($"The files have more than {NumberText.Plain(Most)} tensors.");
        }
        Bytes = checked(Bytes + tensor.Bytes);
        TensorName name = TensorName.Parse(tensor.Name);
        string own = name.Suffix.Length == 0 ? tensor.Name : tensor.Name.Substring(0, tensor.Name.Length - name.Suffix.Length);
        if (!open.TryGetValue(own, out TensorModule? module))
        {
            module = new TensorModule();
            open.Add(own, module);
            var key = (name.Module, name.Layer ?? -1);
            if (!modules.TryGetValue(key, out List<TensorModule>? list))
            {
                list = [];
                modules.Add(key, list);
            }
            list.Add(module);
        }
        module.Add(name.Suffix, tensor);
    }
}
