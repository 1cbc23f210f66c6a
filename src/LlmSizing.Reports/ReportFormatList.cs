using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Every report format; commands complete and check names from here.</summary>
public static class ReportFormatList
{
    /// <summary>The formats.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new TextReportFormat(),
        new MarkdownReportFormat(),
        new JsonReportFormat(),
        new CsvReportFormat(),
        new JsonLinesReportFormat(),
    ];

    /// <summary>Finds a format by its name, whatever the case; null when there is none.</summary>
    public static ReportFormat? Find(string name) =>
        All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds a format by a file extension with its dot, whatever the case; null when there is none.</summary>
    public static ReportFormat? FindByExtension(string extension) =>
        All.FirstOrDefault(format => format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
}
