using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The lines of this session; what was half typed comes back below the newest.</summary>
internal sealed class LineHistory
{
    private const int Limit = 4096;

    private readonly List<string> lines = [];
    private string draft = string.Empty;
    private int at;

    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (lines.Count == 0 || lines[^1] != line)) lines.Add(line);
        if (lines.Count > Limit) lines.RemoveAt(0);
        at = lines.Count;
    }

    /// <summary>The line before; null at the oldest.</summary>
    public string? Older(string current)
    {
        if (at == 0) return null;
        if (at == lines.Count) draft = current;
        return lines[--at];
    }

    /// <summary>The line after, at last what was being typed; null there.</summary>
    public string? Newer()
    {
        if (at >= lines.Count) return null;
        return ++at == lines.Count ? draft : lines[at];
    }

    /// <summary>Back to the newest, for a new line.</summary>
    public void Rewind() => at = lines.Count;
}
