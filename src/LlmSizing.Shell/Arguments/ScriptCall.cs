using System;
using System.Collections.Generic;
using System.Management.Automation.Language;
using System.Text;

namespace LlmSizing;

/// <summary>Writes what follows <c>-File</c> as one call, so that switches, named and positional values bind as on pwsh's own command line.</summary>
internal static class ScriptCall
{
    public static string Text(string path, IReadOnlyList<string> arguments)
    {
        var text = new StringBuilder("& ").Append(Literal(path));
        foreach (var argument in arguments) text.Append(' ').Append(Argument(argument));
        return text.ToString();
    }

    // "-Name" and "-Name:value" are parameters; "-5", "-" and "-a b" are values. Nothing of a value is ever evaluated.
    private static string Argument(string argument)
    {
        var colon = argument.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? argument : argument[..colon];
        if (!IsName(name)) return Literal(argument);
        if (colon < 0) return name;
        var value = argument[(colon + 1)..];
        return value.Length == 0 ? argument : name + ":" + (IsBoolean(value) ? value : Literal(value));
    }

    private static bool IsName(string text)
    {
        if (text.Length < 2 || text[0] != '-' || !(char.IsAsciiLetter(text[1]) || text[1] == '_')) return false;
        foreach (var c in text.AsSpan(1))
            if (!char.IsAsciiLetterOrDigit(c) && c != '_') return false;
        return true;
    }

    private static bool IsBoolean(string value) =>
        value.Equals("$true", StringComparison.OrdinalIgnoreCase) || value.Equals("$false", StringComparison.OrdinalIgnoreCase);

    private static string Literal(string value) => "'" + CodeGeneration.EscapeSingleQuotedStringContent(value) + "'";
}
