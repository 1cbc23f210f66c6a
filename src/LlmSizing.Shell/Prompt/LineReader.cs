using System;
using System.Security;

namespace LlmSizing;

/// <summary>Reads a line from the terminal with the editor, or from a terminal without cursor movement as it comes.</summary>
internal sealed class LineReader(ShellConsole console)
{
    private readonly LineView view = new(console.Out, () => console.Width, () => console.Height);

    /// <summary>Reads an answer; <paramref name="prompt"/> stands on the screen already.</summary>
    public LineReading Read(string prompt) => console.CanEdit ? Read(LineEditor.Plain(), prompt, string.Empty) : FromDumbTerminal();

    /// <summary>Reads a text with the editor.</summary>
    public LineReading Read(LineEditor editor, string prompt, string continuation)
    {
        // Ctrl+C is a key while a line is edited, and a signal while a pipeline runs.
        Console.TreatControlCAsInput = true;
        try
        {
            editor.Begin();
            view.Begin();
            view.Draw(view.Lay(prompt, continuation, editor.Buffer));
            while (true)
            {
                var effect = editor.Apply(Console.ReadKey(intercept: true));
                if (effect == KeyEffect.Cleared)
                {
                    view.Clear();
                    view.Begin();
                }

                var ended = effect is KeyEffect.Submitted or KeyEffect.Cancelled or KeyEffect.Closed;

                // Pasted text comes as many keys: one drawing after the last is enough.
                if (ended || (effect != KeyEffect.None && !Console.KeyAvailable))
                    view.Draw(view.Lay(prompt, continuation, editor.Buffer, cursorAtEnd: ended));
                if (ended) return End(effect, editor.Buffer.Text);
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    /// <summary>Reads a secret, a star for each character; null after Ctrl+C.</summary>
    public SecureString? ReadSecret()
    {
        var secret = new SecureString();
        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                if (key.Key == ConsoleKey.Enter) return secret;
                if (key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }) return null;
                if (key.Key == ConsoleKey.Backspace)
                {
                    if (secret.Length == 0) continue;
                    secret.RemoveAt(secret.Length - 1);
                    console.Out.Write("\b \b");
                }
                else if (!char.IsControl(key.KeyChar))
                {
                    secret.AppendChar(key.KeyChar);
                    console.Out.Write('*');
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    private LineReading End(KeyEffect effect, string text)
    {
        console.Out.WriteLine(effect == KeyEffect.Cancelled ? "^C" : string.Empty);
        return effect switch
        {
            KeyEffect.Submitted => new LineReading(LineEnd.Submitted, text),
            KeyEffect.Closed => new LineReading(LineEnd.Closed, string.Empty),
            _ => new LineReading(LineEnd.Cancelled, string.Empty),
        };
    }

    private static LineReading FromDumbTerminal() =>
        Console.ReadLine() is { } line ? new LineReading(LineEnd.Submitted, line) : new LineReading(LineEnd.Closed, string.Empty);
}
