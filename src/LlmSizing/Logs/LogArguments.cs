using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Reads <c>name=value</c> and <c>'name': value</c> lists as engines print their arguments, at one level: what a value nests is not looked into.</summary>
internal static class LogArguments
{
    /// <summary>The pairs that begin at a position. A value that the line ends in is left out: the line may have been cut there.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Read(string line, int start)
    {
        int position = start;
        while (position < line.Length)
        {
            position = SkipTo(line, position);
            int from = position;
            while (position < line.Length && (char.IsLetterOrDigit(line[position]) || line[position] == '_'))
            {
                position++;
            }
            string name = line.Substring(from, position - from);
            if (position < line.Length && line[position] is '\'' or '"')
            {
                position++;
            }
            while (position < line.Length && line[position] == ' ')
            {
                position++;
            }
            if (name.Length == 0 || position >= line.Length || line[position] is not ('=' or ':'))
            {
                continue;
            }
            position++;
            while (position < line.Length && line[position] == ' ')
            {
                position++;
            }
            int end = EndOfValue(line, position);
            if (end >= line.Length)
            {
                yield break;
            }
            bool isQuoted = line[position] is '\'' or '"';
            yield return new KeyValuePair<string, string>(name, isQuoted ? line.Substring(position + 1, end - position - 1) : line.Substring(position, end - position).TrimEnd());
            position = end + 1;
        }
    }

    private static int SkipTo(string line, int position)
    {
        while (position < line.Length && !char.IsLetterOrDigit(line[position]) && line[position] != '_')
        {
            position++;
        }
        return position;
    }

    // Where the value ends: at its closing quote, or before the comma or bracket of its own level.
    private static int EndOfValue(string line, int start)
    {
        if (start < line.Length && line[start] is '\'' or '"')
        {
            return EndOfQuote(line, start);
        }
        int depth = 0;
        for (int i = start; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '\'' or '"':
                    i = EndOfQuote(line, i);
                    break;
                case '{' or '[' or '(':
                    depth++;
                    break;
                case '}' or ']' or ')':
                    if (depth-- == 0)
                    {
                        return i;
                    }
                    break;
                case ',' or ';' when depth == 0:
                    return i;
            }
        }
        return line.Length;
    }

    private static int EndOfQuote(string line, int start)
    {
        int i = start + 1;
        while (i < line.Length && line[i] != line[start])
        {
            i += line[i] == '\\' ? 2 : 1;
        }
        return i;
    }
}
