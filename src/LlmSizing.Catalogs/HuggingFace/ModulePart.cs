namespace LlmSizing;

/// <summary>A module of a checkpoint that matrices are added to.</summary>
internal sealed class ModulePart
{
    private readonly Checkpoint checkpoint;
    private readonly string module;
    private readonly long? layer;
    private readonly string? component;

    public ModulePart(Checkpoint checkpoint, string module, long? layer, string? component)
    {
        this.checkpoint = checkpoint;
        this.module = module;
        this.layer = layer;
        this.component = component;
    }

    public WeightFormat Dtype => checkpoint.Dtype;

    /// <summary>A module inside this one.</summary>
    public ModulePart Inside(string name) => new(checkpoint, module + name + ".", layer, component);

    /// <summary>A linear layer, quantised as the checkpoint's scheme says.</summary>
    /// <param name="part">The component, unless the whole module counts to another.</param>
    /// <param name="path">The module's name inside this one; the matrix is called by its last word.</param>
    /// <param name="rows">Output features.</param>
    /// <param name="columns">Input features.</param>
    /// <param name="split">How tensor parallelism splits it.</param>
    /// <param name="heads">Heads of a matrix that is split by them.</param>
    /// <param name="copies">How many there are: experts.</param>
    /// <param name="bias">Whether it has a bias.</param>
    /// <param name="byName">Whether only a rule that names it quantises it.</param>
    /// <param name="name">Another name for the matrix, where the checkpoint's module holds several or is called otherwise.</param>
    public void Linear(
        string part, string path, long rows, long columns, WeightSplit split, long heads = 0, long copies = 1, bool bias = false, bool byName = false, string? name = null)
    {
        WeightFormat format = checkpoint.Scheme.FormatOf(module + path, checkpoint.Fronts, byName) ?? checkpoint.Dtype;
        Add(part, name ?? path, copies, rows, columns, split, heads, format, bias);
    }

    /// <summary>A matrix that no scheme quantises: embeddings, routers, convolutions.</summary>
    public void Plain(string part, string name, long rows, long columns, WeightSplit split, long heads = 0, long copies = 1, bool bias = false, WeightFormat? format = null) =>
        Add(part, name, copies, rows, columns, split, heads, format ?? checkpoint.Dtype, bias);

    /// <summary>A vector, never quantised.</summary>
    public void Vector(string part, string name, long rows, WeightSplit split = WeightSplit.Replicated, long heads = 0, long copies = 1, WeightFormat? format = null) =>
        Add(part, name, copies, rows, 1, split, heads, format ?? checkpoint.Dtype, false);

    /// <summary>Matrices of a tower, which schemes leave alone unless they name them.</summary>
    public void Tower(string path, long rows, long columns, WeightSplit split = WeightSplit.Replicated, long copies = 1, bool bias = false) =>
        Linear(component!, path, rows, columns, split, copies: copies, bias: bias, byName: true);

    /// <summary>A norm over a number of elements.</summary>
    public void Norm(string name, long size, bool bias = false) => Add(WeightComponent.Norm, name, 1, size, 1, WeightSplit.Replicated, 0, checkpoint.Dtype, bias);

    private void Add(string part, string name, long copies, long rows, long columns, WeightSplit split, long heads, WeightFormat format, bool bias)
    {
        string last = name.Substring(name.LastIndexOf('.') + 1);
        checkpoint.Add(component ?? part, last, layer, copies, rows, columns, split, heads, format);
        if (bias)
        {
            WeightSplit ofBias = split == WeightSplit.Row ? WeightSplit.Replicated : split;
            checkpoint.Add(component ?? part, last + ".bias", layer, copies, rows, 1, ofBias, heads, checkpoint.Dtype);
        }
    }
}
