using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>How an example ended.</summary>
public enum ExampleOutcome
{
    /// <summary>Every value that was computed is near enough.</summary>
    Ok,

    /// <summary>A value is not.</summary>
    Off,

    /// <summary>The libraries compute none of its values.</summary>
    OutOfScope,
}

/// <summary>What an example expects and what the libraries compute.</summary>
public sealed class ExampleRow
{
    private readonly IReadOnlyList<string> parts;

    private ExampleRow(string id, ExampleOutcome outcome, IReadOnlyList<string> parts)
    {
        Id = id;
        Outcome = outcome;
        this.parts = parts;
    }

    /// <summary>The example's name.</summary>
    public string Id { get; }

    /// <summary>How it ended.</summary>
    public ExampleOutcome Outcome { get; }

    /// <summary>Computes an example.</summary>
    public static ExampleRow Of(Example example, IReadOnlyList<ExampleRule> rules)
    {
        var parts = new List<string>();
        bool isOff = false;
        int computed = 0;
        foreach (string key in example.Expected.Keys)
        {
            string expected = example.Expected.Shown(key);
            (decimal? computedValue, string? reason) = Value(example, key, rules);
            if (computedValue is not decimal value || example.Expected.Number(key) is null)
            {
                parts.Add($"{key} {expected} is not computed here{(reason is null ? "" : ": " + reason)}");
                continue;
            }
            computed++;
            bool holds = ExampleTolerance.Holds(example.Tolerance, expected, value);
            isOff |= !holds;
            parts.Add($"{key} {NumberText.AsWritten(decimal.Round(value, 9))}{(holds ? "" : $" for {expected} ({example.Tolerance})")}");
        }
        return new ExampleRow(example.Id, computed == 0 ? ExampleOutcome.OutOfScope : isOff ? ExampleOutcome.Off : ExampleOutcome.Ok, parts);
    }

    /// <summary>The name, the outcome and the values.</summary>
    public override string ToString() =>
        $"{Id}: {Outcome switch { ExampleOutcome.Ok => "ok", ExampleOutcome.Off => "off", _ => "out of scope" }} | {string.Join(" | ", parts)}";

    private static (decimal? Value, string? Reason) Value(Example example, string key, IReadOnlyList<ExampleRule> rules)
    {
        try
        {
            return (rules.Select(rule => rule.Compute(example.Inputs, key)).FirstOrDefault(value => value is not null), null);
        }
        catch (SizingException error)
        {
            return (null, error.Message);
        }
    }
}
