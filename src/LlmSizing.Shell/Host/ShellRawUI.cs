using System;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace LlmSizing;

/// <summary>The screen's size and colours; fixed where there is no terminal.</summary>
internal sealed class ShellRawUI(ShellConsole console) : PSHostRawUserInterface
{
    private const ConsoleColor AsItIs = (ConsoleColor)(-1);

    public override ConsoleColor ForegroundColor { get; set; } = AsItIs;

    public override ConsoleColor BackgroundColor { get; set; } = AsItIs;

    public override Size BufferSize
    {
        get => new(console.Width, console.Height);
        set => throw Fixed();
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => throw Fixed();
    }

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Coordinates WindowPosition
    {
        get => new(0, 0);
        set => throw Fixed();
    }

    public override Coordinates CursorPosition
    {
        get => console.CanEdit ? new(Console.CursorLeft, Console.CursorTop) : new(0, 0);
        set
        {
            if (!console.CanEdit) throw Fixed();
            Console.SetCursorPosition(value.X, value.Y);
        }
    }

    public override int CursorSize { get; set; } = 25;

    public override string WindowTitle { get; set; } = "LlmSizing";

    public override bool KeyAvailable => console.InIsTerminal && Console.KeyAvailable;

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!console.InIsTerminal) throw new HostException("Standard input is no terminal: there is no key to read.");
        var key = Console.ReadKey(options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, States(key.Modifiers), keyDown: options.HasFlag(ReadKeyOptions.IncludeKeyDown));
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable) Console.ReadKey(intercept: true);
    }

    public override int LengthInBufferCells(string source) => CellWidth.Of(PlainText.Of(source));

    public override int LengthInBufferCells(string source, int offset) => LengthInBufferCells(source[offset..]);

    public override int LengthInBufferCells(char source) => CellWidth.Of(source.ToString());

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        var whole = rectangle is { Left: -1, Top: -1, Right: -1, Bottom: -1 };
        if (!whole || !console.CanEdit) throw Fixed();
        Console.Clear();
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw Fixed();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Fixed();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw Fixed();

    private static ControlKeyStates States(ConsoleModifiers modifiers) =>
        (modifiers.HasFlag(ConsoleModifiers.Shift) ? ControlKeyStates.ShiftPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Alt) ? ControlKeyStates.LeftAltPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Control) ? ControlKeyStates.LeftCtrlPressed : 0);

    private static PSNotSupportedException Fixed() =>
        new("This host leaves the screen to the terminal: its size and contents cannot be set or read from a script.");
}
