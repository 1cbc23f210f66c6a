using System.Collections.Generic;
using System.IO;

namespace LlmSizing;

/// <summary>A way to write a report. To add one, write a class and a line in <see cref="ReportFormatList"/>.</summary>
public abstract class ReportFormat
{
    /// <summary>Creates the format.</summary>
    protected ReportFormat(string name, params string[] extensions)
    {
        Name = name;
        Extensions = extensions;
    }

    /// <summary>The name that commands take.</summary>
    public string Name { get; }

    /// <summary>The file extensions, with their dot, the preferred one first.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>
    /// Writes the report: the same characters in every culture and on every system. Lines are separated by <c>\n</c> (CSV: <c>\r\n</c>)
    /// whatever the writer's own line end is; the last line is left open, for the caller to end or not.
    /// </summary>
    public abstract void Write(SizingReport report, TextWriter writer);

    /// <summary>Writes options side by side, by the same rules.</summary>
    public abstract void Write(OptionComparison comparison, TextWriter writer);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
