using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The weights and caches of a model, gathered module by module. Matrices of one shape and format become one line.</summary>
internal sealed class Checkpoint
{
    private readonly Dictionary<(string, string, long, long, WeightSplit, long, string), Entry> entries = [];
    private readonly List<Entry> inOrder = [];

    /// <param name="scheme">How it is quantised.</param>
    /// <param name="dtype">The number type of what is not.</param>
    /// <param name="fronts">What the checkpoint may write in front of <c>layers</c>.</param>
    public Checkpoint(QuantizationScheme scheme, WeightFormat dtype, IReadOnlyList<string> fronts)
    {
        Scheme = scheme;
        Dtype = dtype;
        Fronts = fronts;
    }

    public QuantizationScheme Scheme { get; }

    public WeightFormat Dtype { get; }

    public IReadOnlyList<string> Fronts { get; }

    /// <summary>Why the numbers are an estimate, or null where the config determines them.</summary>
    public string? Estimate { get; private set; }

    /// <summary>What the layers keep.</summary>
    public CacheLayers Cache { get; } = new();

    /// <summary>What the layers of multi-token prediction keep.</summary>
    public CacheLayers Draft { get; } = new();

    /// <summary>Modules outside of the layers.</summary>
    public ModulePart Outside(string module = "") => new(this, module, null, null);

    /// <summary>Modules of one layer.</summary>
    public ModulePart Layer(long layer, string module) => new(this, module, layer, null);

    /// <summary>Modules that all count to one component, such as a vision tower.</summary>
    public ModulePart Of(string component, string module) => new(this, module, null, component);

    public void Add(string component, string name, long? layer, long copies, long rows, long columns, WeightSplit split, long heads, WeightFormat format)
    {
        if (copies == 0)
        {
            return;
        }
        var key = (component, name, rows, columns, split, heads, format.Name);
        if (!entries.TryGetValue(key, out Entry? entry) || (layer is not null && entry.Copies != copies))
        {
            entry = new Entry(component, name, layer is null ? 0 : copies, rows, columns, split, heads, format);
            entries[key] = entry;
            inOrder.Add(entry);
        }
        if (layer is long number)
        {
            entry.Layers.Add(number);
        }
        else
        {
            entry.Copies += copies;
        }
    }

    /// <summary>Notes that something is an estimate, and why.</summary>
    public void Estimated(string reason) => Estimate = Estimate is null ? reason : Estimate + " " + reason;

    public IReadOnlyList<WeightMatrix> Weights() => inOrder.Select(entry => entry.ToMatrix()).ToArray();

    private sealed class Entry
    {
        private readonly string component;
        private readonly string name;
        private readonly long rows;
        private readonly long columns;
        private readonly WeightSplit split;
        private readonly long heads;
        private readonly WeightFormat format;

        public Entry(string component, string name, long copies, long rows, long columns, WeightSplit split, long heads, WeightFormat format)
        {
            this.component = component;
            this.name = name;
            Copies = copies;
            this.rows = rows;
            this.columns = columns;
            this.split = split;
            this.heads = heads;
            this.format = format;
        }

        public long Copies { get; set; }

        public List<long> Layers { get; } = [];

        public WeightMatrix ToMatrix() => new(component, name, Layers.Count == 0 ? null : LayerSet.Of(Layers), Copies, rows, columns, split, format, heads);
    }
}
