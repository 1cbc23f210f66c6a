using System.IO;

namespace LlmSizing;

/// <summary>A report whose lines stand on their own: parts that were written apart, one behind the other, are the bytes of the whole.</summary>
public abstract class LineReportFormat : ReportFormat
{
    /// <summary>Creates the format.</summary>
    protected LineReportFormat(string name, params string[] extensions)
        : base(name, extensions)
    {
    }

    /// <summary>Writes what stands before the first line of the whole, and of its first part alone.</summary>
    public abstract void WriteHead(TextWriter writer);

    /// <summary>Writes the lines of a part, with what parts them from those before or behind.</summary>
    public abstract void WriteLines(SizingReport report, TextWriter writer);

    /// <inheritdoc/>
    public sealed override void Write(SizingReport report, TextWriter writer)
    {
        WriteHead(writer);
        WriteLines(report, writer);
    }
}
