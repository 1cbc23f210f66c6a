using System;

namespace LlmSizing;

/// <summary>What a key did.</summary>
internal enum KeyEffect
{
    None,
    Edited,
    Submitted,
    Cancelled,
    Closed,
    Cleared,
}

/// <summary>Keys to text: the editor without its terminal.</summary>
/// <param name="history">The earlier lines; up and down walk through them.</param>
/// <param name="complete">The candidates for a text and a cursor.</param>
/// <param name="isUnfinished">Whether Enter opens another line instead of submitting.</param>
internal sealed class LineEditor(LineHistory history, Func<string, int, Candidates> complete, Func<string, bool> isUnfinished)
{
    private readonly CompletionCycle completion = new(complete);

    public LineBuffer Buffer { get; } = new();

    /// <summary>An editor for answers: no history, no completion, one line.</summary>
    public static LineEditor Plain() => new(new LineHistory(), (_, _) => Candidates.None, _ => false);

    public void Begin()
    {
        Buffer.Set(string.Empty);
        completion.Reset();
        history.Rewind();
    }

    public KeyEffect Apply(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Tab)
            return completion.Step(Buffer, forward: !key.Modifiers.HasFlag(ConsoleModifiers.Shift)) ? KeyEffect.Edited : KeyEffect.None;

        completion.Reset();
        if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n') return Enter(key.Modifiers);
        if (key.Modifiers.HasFlag(ConsoleModifiers.Control) && ControlKey(key.Key) is { } control) return control;
        if (key.Modifiers == ConsoleModifiers.Alt && AltKey(key.Key) is { } alt) return alt;
        if (PlainKey(key.Key) is { } plain) return plain;
        if (key.KeyChar == '\0' || char.IsControl(key.KeyChar)) return KeyEffect.None;
        return Edit(buffer => buffer.Insert(key.KeyChar.ToString()));
    }

    private KeyEffect Enter(ConsoleModifiers modifiers) =>
        modifiers.HasFlag(ConsoleModifiers.Alt) || isUnfinished(Buffer.Text) ? Edit(buffer => buffer.Insert("\n")) : KeyEffect.Submitted;

    private KeyEffect? ControlKey(ConsoleKey key) => key switch
    {
        ConsoleKey.C => KeyEffect.Cancelled,
        ConsoleKey.D when Buffer.Text.Length == 0 => KeyEffect.Closed,
        ConsoleKey.D => Edit(buffer => buffer.DeleteAfter()),
        ConsoleKey.L => KeyEffect.Cleared,
        ConsoleKey.A => Edit(buffer => buffer.MoveHome()),
        ConsoleKey.E => Edit(buffer => buffer.MoveEnd()),
        ConsoleKey.B => Edit(buffer => buffer.MoveLeft()),
        ConsoleKey.F => Edit(buffer => buffer.MoveRight()),
        ConsoleKey.P => Older(),
        ConsoleKey.N => Newer(),
        ConsoleKey.H => Edit(buffer => buffer.DeleteBefore()),
        ConsoleKey.K => Edit(buffer => buffer.DeleteToEnd()),
        ConsoleKey.U => Edit(buffer => buffer.DeleteToHome()),
        ConsoleKey.W or ConsoleKey.Backspace => Edit(buffer => buffer.DeleteWordBefore()),
        ConsoleKey.LeftArrow => Edit(buffer => buffer.MoveWordLeft()),
        ConsoleKey.RightArrow => Edit(buffer => buffer.MoveWordRight()),
        _ => null,
    };

    private KeyEffect? AltKey(ConsoleKey key) => key switch
    {
        ConsoleKey.B => Edit(buffer => buffer.MoveWordLeft()),
        ConsoleKey.F => Edit(buffer => buffer.MoveWordRight()),
        ConsoleKey.Backspace => Edit(buffer => buffer.DeleteWordBefore()),
        _ => null,
    };

    private KeyEffect? PlainKey(ConsoleKey key) => key switch
    {
        ConsoleKey.LeftArrow => Edit(buffer => buffer.MoveLeft()),
        ConsoleKey.RightArrow => Edit(buffer => buffer.MoveRight()),
        ConsoleKey.Home => Edit(buffer => buffer.MoveHome()),
        ConsoleKey.End => Edit(buffer => buffer.MoveEnd()),
        ConsoleKey.UpArrow => Older(),
        ConsoleKey.DownArrow => Newer(),
        ConsoleKey.Backspace => Edit(buffer => buffer.DeleteBefore()),
        ConsoleKey.Delete => Edit(buffer => buffer.DeleteAfter()),
        ConsoleKey.Escape => Edit(buffer => buffer.Set(string.Empty)),
        _ => null,
    };

    private KeyEffect Older()
    {
        if (Buffer.MoveUp()) return KeyEffect.Edited;
        if (history.Older(Buffer.Text) is not { } line) return KeyEffect.None;
        return Edit(buffer => buffer.Set(line));
    }

    private KeyEffect Newer()
    {
        if (Buffer.MoveDown()) return KeyEffect.Edited;
        if (history.Newer() is not { } line) return KeyEffect.None;
        return Edit(buffer => buffer.Set(line));
    }

    private KeyEffect Edit(Action<LineBuffer> change)
    {
        change(Buffer);
        return KeyEffect.Edited;
    }
}
