using System.Globalization;
using System.Linq;
using System.Management.Automation.Language;
using System.Text;

namespace LlmSizing;

/// <summary>Parses before anything runs, so that half a script never does.</summary>
internal static class ParseCheck
{
    /// <summary>What is wrong with the text, one paragraph for each error; null when it parses.</summary>
    public static string? Text(string text, string what)
    {
        Parser.ParseInput(text, out _, out var errors);
        return Describe(errors, what);
    }

    /// <summary>What is wrong with the script file; null when it parses.</summary>
    public static string? File(string path)
    {
        Parser.ParseFile(path, out _, out var errors);
        return Describe(errors, path);
    }

    /// <summary>Whether more lines could make the text parse: an open brace, quote or pipe.</summary>
    public static bool IsUnfinished(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        return errors.Any(error => error.IncompleteInput);
    }

    private static string? Describe(ParseError[] errors, string what)
    {
        if (errors.Length == 0) return null;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{what} does not parse; nothing was run.");
        foreach (var error in errors)
        {
            var start = error.Extent.StartScriptPosition;
            text.Append(CultureInfo.InvariantCulture, $"\n  line {start.LineNumber}, column {start.ColumnNumber}: {error.Message}");
            var line = start.Line?.TrimEnd();
            if (string.IsNullOrWhiteSpace(line)) continue;
            text.Append(CultureInfo.InvariantCulture, $"\n  + {line}\n  + {Underline(error.Extent, line)}");
        }

        return PlainText.Of(text.ToString());
    }

    private static string Underline(IScriptExtent extent, string line)
    {
        var column = extent.StartColumnNumber - 1;
        var end = extent.EndLineNumber == extent.StartLineNumber ? extent.EndColumnNumber - 1 : line.Length;
        return new string(' ', column) + new string('~', end > column ? end - column : 1);
    }
}
