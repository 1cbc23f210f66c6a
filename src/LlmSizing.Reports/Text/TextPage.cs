using System.IO;

namespace LlmSizing;

/// <summary>The page of the text report: 100 columns, prose at 95, a line feed between lines.</summary>
internal sealed class TextPage
{
    /// <summary>Columns of the page.</summary>
    public const int Width = 100;

    private const int ProseWidth = 95;
    private const int BoxWidth = Width - 4;

    private readonly TextWriter writer;
    private bool started;

    public TextPage(TextWriter writer) => this.writer = writer;

    /// <summary>A line as it is; the caller vouches for its width.</summary>
    public void Line(string text = "")
    {
        if (started)
        {
            writer.Write('\n');
        }
        writer.Write(text);
        started = true;
    }

    /// <summary>A line that holds 100 columns: what does not fit goes below the indent that hangs.</summary>
    public void Item(string prefix, string text, int hang) => Wrapped(prefix, text, hang, Width);

    /// <summary>A paragraph.</summary>
    public void Prose(string prefix, string text, int hang) => Wrapped(prefix, text, hang, ProseWidth);

    public void Rule() => Line(new string('=', Width));

    /// <summary>A title between two rules.</summary>
    public void Banner(params string[] titles)
    {
        Rule();
        foreach (string title in titles)
        {
            Item("", title, 2);
        }
        Rule();
    }

    /// <summary>A section's title in a box, with a blank line below.</summary>
    public void Box(string title)
    {
        string edge = new('─', Width - 2);
        Line($"┌{edge}┐");
        foreach (string line in TextWrap.Lines(Printable.Of(title), BoxWidth, BoxWidth))
        {
            Line($"│ {line}{new string(' ', BoxWidth - Printable.Length(line))} │");
        }
        Line($"└{edge}┘");
        Line();
    }

    private void Wrapped(string prefix, string text, int hang, int width)
    {
        string indent = prefix;
        foreach (string line in TextWrap.Lines(Printable.Of(text), width - prefix.Length, width - hang))
        {
            Line(indent + line);
            indent = new string(' ', hang);
        }
    }
}
