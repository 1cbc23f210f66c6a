using System;

namespace LlmSizing.Tests;

/// <summary>Keys as the console reports them.</summary>
internal static class Keys
{
    public static ConsoleKeyInfo Of(ConsoleKey key, ConsoleModifiers modifiers = ConsoleModifiers.None, char character = '\0') =>
        new(character, key, modifiers.HasFlag(ConsoleModifiers.Shift), modifiers.HasFlag(ConsoleModifiers.Alt), modifiers.HasFlag(ConsoleModifiers.Control));

    public static ConsoleKeyInfo Control(ConsoleKey key) => Of(key, ConsoleModifiers.Control, (char)(key - ConsoleKey.A + 1));

    public static ConsoleKeyInfo Enter => Of(ConsoleKey.Enter, character: '\r');

    public static ConsoleKeyInfo Tab => Of(ConsoleKey.Tab, character: '\t');

    public static ConsoleKeyInfo BackTab => Of(ConsoleKey.Tab, ConsoleModifiers.Shift, '\t');

    /// <summary>Types the text into the editor, a key for each character.</summary>
    public static void Type(this LineEditor editor, string text)
    {
        foreach (var c in text) editor.Apply(new ConsoleKeyInfo(c, default, shift: char.IsUpper(c), alt: false, control: false));
    }

    public static KeyEffect Press(this LineEditor editor, ConsoleKey key, ConsoleModifiers modifiers = ConsoleModifiers.None) => editor.Apply(Of(key, modifiers));
}
