using System;
using System.IO;
using System.Text;

namespace LlmSizing;

/// <summary>The three standard streams, and what may be written to them.</summary>
internal sealed class ShellConsole
{
    private const int WidthWithoutTerminal = 120;
    private const int NarrowTerminal = 80;
    private const int HeightWithoutTerminal = 50;

    private ShellConsole(TextWriter output, TextWriter error)
    {
        Out = output;
        Error = error;
    }

    /// <summary>UTF-8 without a byte order mark, "\n" at line ends, flushed at every call.</summary>
    public TextWriter Out { get; }

    public TextWriter Error { get; }

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public bool InIsTerminal { get; init; }

    /// <summary>Whether the terminal understands cursor movement: the line editor needs it.</summary>
    public bool CanEdit { get; private set; }

    /// <summary>Whether standard output may carry colours.</summary>
    public bool OutHasColour { get; init; }

    /// <summary>Whether standard error may carry colours: only while standard output may as well, since either may end in one log.</summary>
    public bool ErrorHasColour => OutHasColour && ErrorIsTerminal;

    /// <summary>Columns of the terminal; a fixed width where there is none, so that a redirected table never depends on a window.</summary>
    public int Width => OutIsTerminal ? Positive(Console.WindowWidth, WidthWithoutTerminal) : WidthWithoutTerminal;

    /// <summary>Columns for a line on the terminal of standard error, which is measured only while standard output is there too.</summary>
    public int ErrorWidth => OutIsTerminal ? Width : NarrowTerminal;

    /// <summary>Rows of the terminal.</summary>
    public int Height => OutIsTerminal ? Positive(Console.WindowHeight, HeightWithoutTerminal) : HeightWithoutTerminal;

    public static ShellConsole Open()
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = new UTF8Encoding(false);
        var output = Writer(StandardOutput.Open());
        var error = Writer(Console.OpenStandardError());

        // Scripts that write through [Console] get the same encoding and line ends.
        Console.SetOut(output);
        Console.SetError(error);

        var dumb = Environment.GetEnvironmentVariable("TERM") is "dumb";
        var noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new ShellConsole(output, error)
        {
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            InIsTerminal = !Console.IsInputRedirected,
            CanEdit = !Console.IsOutputRedirected && !Console.IsInputRedirected && !dumb,
            OutHasColour = !Console.IsOutputRedirected && !dumb && !noColour,
        };
    }

    /// <summary>
    /// Settles that nothing but text is written: no line editor, and .NET sets up its terminal handling while TERM says
    /// "dumb", since it sends the terminal a keypad sequence otherwise, be it only to learn the window's width.
    /// </summary>
    public void KeepPlain()
    {
        CanEdit = false;
        if (!OutIsTerminal || OperatingSystem.IsWindows()) return;
        var term = Environment.GetEnvironmentVariable("TERM");
        Environment.SetEnvironmentVariable("TERM", "dumb");
        _ = Console.WindowWidth;
        Environment.SetEnvironmentVariable("TERM", term);
    }

    /// <summary>All of standard input, as UTF-8 whatever the locale.</summary>
    public static string ReadStandardInput()
    {
        using var reader = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        return reader.ReadToEnd();
    }

    private static TextWriter Writer(Stream stream) =>
        TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(false), bufferSize: 16 * 1024) { AutoFlush = true, NewLine = "\n" });

    private static int Positive(int value, int otherwise) => value > 0 ? value : otherwise;
}
