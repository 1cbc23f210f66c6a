using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The tensors of one module, such as a quantised weight with its scales.</summary>
internal sealed class TensorModule
{
    private readonly List<KeyValuePair<string, SafetensorsTensor>> parts = [];

    public IReadOnlyList<KeyValuePair<string, SafetensorsTensor>> Parts => parts;

    public void Add(string suffix, SafetensorsTensor tensor) => parts.Add(new KeyValuePair<string, SafetensorsTensor>(suffix, tensor));

    public SafetensorsTensor? Find(params string[] suffixes)
    {
        foreach (string suffix in suffixes)
        {
            foreach (KeyValuePair<string, SafetensorsTensor> part in parts)
            {
                if (part.Key == suffix)
                {
                    return part.Value;
                }
            }
        }
        return null;
    }
}
