namespace LlmSizing;

/// <summary>How reading a line ended.</summary>
internal enum LineEnd
{
    Submitted,
    Cancelled,
    Closed,
}

/// <summary>A line as it was left.</summary>
internal readonly record struct LineReading(LineEnd End, string Text);
