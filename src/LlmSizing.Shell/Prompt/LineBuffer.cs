using System;
using System.Globalization;

namespace LlmSizing;

/// <summary>The text being edited and the cursor in it; moves by what a person sees as one character.</summary>
internal sealed class LineBuffer
{
    public string Text { get; private set; } = string.Empty;

    /// <summary>Index into <see cref="Text"/>, 0 to its length.</summary>
    public int Cursor { get; private set; }

    public void Set(string text) => Set(text, text.Length);

    public void Set(string text, int cursor)
    {
        Text = text;
        Cursor = Math.Clamp(cursor, 0, text.Length);
    }

    public void Insert(string text)
    {
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    public void MoveLeft() => Cursor = ElementBefore();

    public void MoveRight() => Cursor = ElementAfter();

    public void MoveWordLeft() => Cursor = WordBefore();

    public void MoveWordRight()
    {
        while (Cursor < Text.Length && !IsWord(Text[Cursor])) Cursor++;
        while (Cursor < Text.Length && IsWord(Text[Cursor])) Cursor++;
    }

    public void MoveHome() => Cursor = LineStart();

    public void MoveEnd() => Cursor = LineEndAt();

    /// <summary>To the line above, in the same column; false on the first line.</summary>
    public bool MoveUp()
    {
        var start = LineStart();
        if (start == 0) return false;
        var column = Cursor - start;
        Cursor = start - 1;
        var above = LineStart();
        Cursor = Math.Min(above + column, start - 1);
        return true;
    }

    /// <summary>To the line below, in the same column; false on the last line.</summary>
    public bool MoveDown()
    {
        var end = LineEndAt();
        if (end == Text.Length) return false;
        var column = Cursor - LineStart();
        Cursor = end + 1;
        Cursor = Math.Min(end + 1 + column, LineEndAt());
        return true;
    }

    public void DeleteBefore() => RemoveTo(ElementBefore());

    public void DeleteAfter() => RemoveTo(ElementAfter());

    public void DeleteWordBefore() => RemoveTo(WordBefore());

    public void DeleteToHome() => RemoveTo(LineStart());

    public void DeleteToEnd() => RemoveTo(LineEndAt());

    private void RemoveTo(int other)
    {
        var start = Math.Min(Cursor, other);
        Text = Text.Remove(start, Math.Abs(Cursor - other));
        Cursor = start;
    }

    private int ElementBefore()
    {
        var at = 0;
        for (var next = 0; next < Cursor; next += StringInfo.GetNextTextElementLength(Text.AsSpan(next))) at = next;
        return at;
    }

    private int ElementAfter() => Cursor + StringInfo.GetNextTextElementLength(Text.AsSpan(Cursor));

    private int WordBefore()
    {
        var at = Cursor;
        while (at > 0 && !IsWord(Text[at - 1])) at--;
        while (at > 0 && IsWord(Text[at - 1])) at--;
        return at;
    }

    private int LineStart() => Cursor == 0 ? 0 : Text.LastIndexOf('\n', Cursor - 1) + 1;

    private int LineEndAt()
    {
        var at = Text.IndexOf('\n', Cursor);
        return at < 0 ? Text.Length : at;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
