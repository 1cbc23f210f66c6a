using System.Linq;

namespace LlmSizing;

/// <summary>A metric of every option, side by side.</summary>
public sealed class ComparisonRow
{
    internal ComparisonRow(string metric, string unit, MetricPreference preference, ReadableList<ComparisonCell> options)
    {
        Metric = metric;
        Unit = unit;
        Preference = preference;
        Options = options;
    }

    /// <summary>The metric's name.</summary>
    public string Metric { get; }

    /// <summary>GiB, sessions, nodes …</summary>
    public string Unit { get; }

    /// <summary>Whether more or less is better.</summary>
    public MetricPreference Preference { get; }

    /// <summary>The options in the order in which they were given.</summary>
    public ReadableList<ComparisonCell> Options { get; }

    /// <summary>The metric and its numbers.</summary>
    public override string ToString() => $"{Metric}: {string.Join(" | ", Options.Select(option => $"{option.Option} {option}"))}";
}
