using System.Collections.Generic;
using System.IO;

namespace LlmSizing.Accuracy;

/// <summary>Worked examples.</summary>
public sealed class ExamplesReport
{
    private readonly List<string> rows = [];

    /// <summary>Runs a file.</summary>
    public static ExamplesReport Of(string path)
    {
        var report = new ExamplesReport();
        report.rows.Add(path);
        return report;
    }

    /// <summary>Rows and totals.</summary>
    public void Write(TextWriter text) => text.Write(rows.Count);
}
