using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace LlmSizing;

/// <summary>Results side by side: options as columns, metrics as rows, differences against one of them.</summary>
public sealed class OptionComparison
{
    private readonly ExactMetric[] metrics;

    /// <summary>Compares results.</summary>
    /// <param name="results">At least one.</param>
    /// <param name="names">A name for each, no two alike.</param>
    /// <param name="baseline">The position of the result that the others are held against.</param>
    /// <param name="texts">The language of what is shown.</param>
    /// <exception cref="ArgumentException">No result, or not a name for each.</exception>
    public OptionComparison(IReadOnlyList<ScenarioResult> results, IReadOnlyList<string> names, int baseline, Texts texts)
    {
        if (results.Count == 0 || names.Count != results.Count)
        {
            throw new ArgumentException("A comparison needs results and a name for each.", nameof(names));
        }
        Results = results;
        Names = names;
        Baseline = baseline;
        Texts = texts;
        metrics = [.. MetricList.All.Where(metric => results.Any(metric.AppliesTo)).Select(metric => new ExactMetric(metric))];
    }

    /// <summary>The results, in the order in which they were given.</summary>
    public IReadOnlyList<ScenarioResult> Results { get; }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The position of the result that the others are held against.</summary>
    public int Baseline { get; }

    /// <summary>The language.</summary>
    public Texts Texts { get; }

    /// <summary>A row for each metric that a result has, in the order of the report.</summary>
    public IEnumerable<ComparisonRow> Rows => metrics.Select(Row);

    private ComparisonRow Row(ExactMetric metric)
    {
        string[] units = [.. Results.Where(metric.Metric.AppliesTo).Select(metric.Metric.UnitOf).Distinct()];
        // Amounts in different currencies are shown beside each other and never compared: nothing is converted.
        Rational?[] numbers = [.. Results.Select(result => units.Length > 1 ? null : metric.Of(result))];
        Rational? best = Best(numbers, metric.Metric.Preference);
        bool isTold = numbers.Any(number => number is null || best is null || Compare(number.Value, best.Value) != 0);
        ComparisonCell Cell(ScenarioResult result, int i) => new(
            Names[i],
            metric.Metric.AppliesTo(result) ? metric.Metric.Value(result) : null,
            metric.Metric.AppliesTo(result) ? metric.Metric.Bytes(result) : null,
            metric.Metric.AppliesTo(result) ? metric.Metric.Display(result, Texts) : "-",
            Percent(numbers[i], numbers[Baseline]),
            i == Baseline,
            isTold && best is Rational leader && numbers[i] is Rational number && Compare(number, leader) == 0);
        return new ComparisonRow(metric.Metric.Id, string.Join(" / ", units), metric.Metric.Preference, new(Results.Select(Cell)));
    }

    private static Rational? Best(Rational?[] numbers, MetricPreference preference)
    {
        Rational? best = null;
        foreach (Rational? number in numbers)
        {
            if (number is Rational candidate && preference != MetricPreference.None
                && (best is not Rational leader || Compare(candidate, leader) * (preference == MetricPreference.More ? 1 : -1) > 0))
            {
                best = candidate;
            }
        }
        return best;
    }

    private static Rational? Percent(Rational? number, Rational? baseline)
    {
        if (number is not Rational value || baseline is not Rational against || against.Numerator.IsZero)
        {
            return null;
        }
        Rational difference = value - against;
        return new Rational(difference.Numerator * against.Denominator * 100, difference.Denominator * BigInteger.Abs(against.Numerator));
    }

    private static int Compare(Rational left, Rational right) => (left.Numerator * right.Denominator).CompareTo(right.Numerator * left.Denominator);
}
