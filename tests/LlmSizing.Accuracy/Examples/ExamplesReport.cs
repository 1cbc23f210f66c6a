using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>Worked examples against what the libraries compute from their inputs: by the shape of the inputs, whatever their names.</summary>
public sealed class ExamplesReport
{
    private readonly List<ExampleRow> rows;

    private ExamplesReport(List<ExampleRow> rows) => this.rows = rows;

    /// <summary>One row per example.</summary>
    public IReadOnlyList<ExampleRow> Rows => rows;

    /// <summary>Runs a file.</summary>
    public static ExamplesReport Of(string path)
    {
        Catalog catalog = new CatalogLibrary(RepositoryRoot.PathOf("catalogs")).Load([]);
        ExampleRule[] rules = [.. CacheRules.All, .. EngineRules.All, .. TimeRules.All, .. new WeightRules(catalog.Models).All];
        return new ExamplesReport([.. Example.Read(path).Select(example => ExampleRow.Of(example, rules))]);
    }

    /// <summary>Rows and totals.</summary>
    public void Write(TextWriter text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (ExampleRow row in rows)
        {
            text.WriteLine(row);
        }
        text.WriteLine();
        text.WriteLine($"examples: {rows.Count}");
        text.WriteLine($"ok: {rows.Count(row => row.Outcome == ExampleOutcome.Ok)}");
        text.WriteLine($"off: {rows.Count(row => row.Outcome == ExampleOutcome.Off)}");
        text.WriteLine($"out_of_scope: {rows.Count(row => row.Outcome == ExampleOutcome.OutOfScope)}");
    }
}
