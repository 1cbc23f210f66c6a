using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LlmSizing;

/// <summary>Lines of YAML in the form that catalogs are written in.</summary>
internal sealed class YamlText
{
    private readonly StringBuilder text = new();

    /// <summary>A text that needs quotes only where YAML would read something else.</summary>
    public static string Word(string word)
    {
        bool isPlain = word.Length > 0 && IsPlainStart(word[0]) && word.All(IsPlain) && word[word.Length - 1] != ' '
            && !word.Contains(": ") && !PlainText.IsNull(word) && !PlainText.IsBoolean(word) && !PlainText.IsNumberLike(word);
        return isPlain ? word : Quoted(word);
    }

    /// <summary>A text in double quotes.</summary>
    public static string Quoted(string prose)
    {
        var quoted = new StringBuilder("\"", prose.Length + 2);
        foreach (char letter in prose)
        {
            _ = letter switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when letter < ' ' || letter is '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' => quoted.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(letter),
            };
        }
        return quoted.Append('"').ToString();
    }

    public void Blank() => text.Append('\n');

    public void Line(int indent, string line) => text.Append(' ', indent).Append(line).Append('\n');

    /// <summary>A field of an entry, or nothing where it is not known.</summary>
    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            Line(4, $"{name}: {Quoted(value)}");
        }
    }

    /// <inheritdoc cref="Text"/>
    public void Number(string name, decimal? value)
    {
        if (value is decimal number)
        {
            Line(4, $"{name}: {NumberText.AsWritten(number)}");
        }
    }

    /// <summary>Where an entry comes from.</summary>
    public void Sources(IEnumerable<string> references)
    {
        Line(4, "source:");
        foreach (string reference in references)
        {
            Line(6, "- " + Quoted(reference));
        }
    }

    /// <summary>The text of a file that a catalog takes: what was built in memory may have a name or a note that none does.</summary>
    /// <param name="kind">The kind of its entries, for the error.</param>
    /// <exception cref="SizingException">A catalog could not hold it.</exception>
    public string Checked(string kind)
    {
        string written = text.ToString();
        CatalogProblem? problem = CatalogLayer.ProblemsOf(written).FirstOrDefault();
        return problem is null ? written : throw new SizingException(problem.Field ?? kind, $"{problem.Message} {problem.Suggestion}");
    }

    private static bool IsPlainStart(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool IsPlain(char letter) => IsPlainStart(letter) || letter is '.' or '_' or '-' or '/' or '+' or '*' or '@' or ' ' or ':';
}
