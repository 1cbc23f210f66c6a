namespace LlmSizing;

/// <summary>A measured constant of an engine on a kind of GPU: its name, its unit and what a datasheet alone would put in its place.</summary>
public sealed class TuningConstant
{
    internal TuningConstant(int index, string name, string unit, double ideal, double least, double most)
    {
        Index = index;
        Name = name;
        Unit = unit;
        Ideal = ideal;
        Least = least;
        Most = most;
    }

    /// <summary>Its name in snake_case.</summary>
    public string Name { get; }

    /// <summary>ratio, us (microseconds) or ps (picoseconds).</summary>
    public string Unit { get; }

    /// <summary>The value by which nothing is lost: efficiencies of 1, costs of 0.</summary>
    public double Ideal { get; }

    /// <summary>The least that it may be.</summary>
    public double Least { get; }

    /// <summary>The most that it may be.</summary>
    public double Most { get; }

    /// <summary>Its place in the list.</summary>
    public int Index { get; }

    internal double SecondsPerUnit => Unit switch { "us" => 1e-6, "ps" => 1e-12, _ => 1 };

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
