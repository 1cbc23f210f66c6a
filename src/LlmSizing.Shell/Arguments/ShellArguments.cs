using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The command line, read once.</summary>
internal sealed class ShellArguments
{
    private ShellArguments(ShellMode mode, string text, IReadOnlyList<string> rest, bool nonInteractive)
    {
        Mode = mode;
        Text = text;
        Rest = rest;
        NonInteractive = nonInteractive;
    }

    public ShellMode Mode { get; }

    /// <summary>The pipeline, the script's path, or what is wrong with the command line.</summary>
    public string Text { get; }

    /// <summary>The arguments of the script file.</summary>
    public IReadOnlyList<string> Rest { get; }

    public bool NonInteractive { get; }

    /// <param name="args">The process's arguments.</param>
    /// <param name="canPrompt">Whether keyboard and screen are a terminal, so that a prompt makes sense.</param>
    public static ShellArguments Parse(IReadOnlyList<string> args, bool canPrompt)
    {
        var nonInteractive = false;
        var i = 0;
        while (i < args.Count && (Is(args[i], "-NonInteractive") || Is(args[i], "-NoLogo") || Is(args[i], "-NoProfile")))
            nonInteractive |= Is(args[i++], "-NonInteractive");

        ShellArguments Make(ShellMode mode, string text = "", int restFrom = int.MaxValue) =>
            new(mode, text, From(args, restFrom), nonInteractive);

        if (i == args.Count) return Make(canPrompt && !nonInteractive ? ShellMode.Prompt : ShellMode.StandardInput);

        var first = args[i];
        if (Is(first, "-")) return Make(ShellMode.StandardInput);
        if (Is(first, "-?") || Is(first, "-h") || Is(first, "-Help") || Is(first, "--help")) return Make(ShellMode.Help);
        if (Is(first, "-v") || Is(first, "-Version") || Is(first, "--version")) return Make(ShellMode.Version);
        if (Is(first, "-File") || Is(first, "-f"))
        {
            if (i + 1 == args.Count) return Make(ShellMode.Wrong, "-File needs the path of a script.");
            return Is(args[i + 1], "-") ? Make(ShellMode.StandardInput) : Make(ShellMode.ScriptFile, args[i + 1], i + 2);
        }

        if (Is(first, "-Command") || Is(first, "-c"))
        {
            if (i + 1 == args.Count) return Make(ShellMode.Wrong, "-Command needs a pipeline.");
            return Is(args[i + 1], "-") ? Make(ShellMode.StandardInput) : Make(ShellMode.Pipeline, string.Join(' ', From(args, i + 1)));
        }

        if (LooksLikeSwitch(first)) return Make(ShellMode.Wrong, $"'{first}' is not a switch of this program.");
        return Make(ShellMode.Pipeline, string.Join(' ', From(args, i)));
    }

    // A pipeline may begin with a dash too ("-join (1, 2)", "-5 + 7"), but not with a dash and one bare word.
    private static bool LooksLikeSwitch(string text)
    {
        var name = text.TrimStart('-');
        return name.Length < text.Length && name.Length > 0 && char.IsLetter(name[0])
            && name.AsSpan().IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:=.".AsSpan()) < 0;
    }

    private static bool Is(string argument, string name) => string.Equals(argument, name, StringComparison.OrdinalIgnoreCase);

    private static List<string> From(IReadOnlyList<string> args, int start)
    {
        var rest = new List<string>();
        for (var i = start; i < args.Count; i++) rest.Add(args[i]);
        return rest;
    }
}
