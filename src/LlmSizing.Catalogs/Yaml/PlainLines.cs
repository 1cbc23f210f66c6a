namespace LlmSizing;

/// <summary>The lines of a plain YAML file: one position that moves forward, and the words at it. Null means: not written plainly.</summary>
internal sealed class PlainLines
{
    private const int KeyLength = 128;

    private readonly string text;
    private int lineStart;
    private int nextLine;
    private int position;
    private int end;

    public PlainLines(string text)
    {
        this.text = text.Replace("\r\n", "\n");
        IsPlain = this.text.IndexOf('\r') < 0 && this.text.IndexOf('\t') < 0;
        MoveToContent();
    }

    /// <summary>No tab, and no line break of other systems.</summary>
    public bool IsPlain { get; }

    /// <summary>Behind the last line.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>From 1.</summary>
    public long Line { get; private set; }

    /// <summary>From 1.</summary>
    public int Column => position - lineStart + 1;

    /// <summary>Blanks in front of the line.</summary>
    public int Indent { get; private set; }

    public bool AtLineEnd => position == end;

    public char Current => text[position];

    /// <summary>At the dash of a list's item.</summary>
    public bool AtItem => position + 2 < end && text[position] == '-' && text[position + 1] == ' ' && text[position + 2] != ' ';

    /// <summary>At a key and its colon.</summary>
    public bool AtKey => KeyEnd() > 0;

    /// <summary>To the next line that is neither blank nor a comment.</summary>
    public void MoveToContent()
    {
        do
        {
            if (nextLine >= text.Length)
            {
                AtEnd = true;
                return;
            }
            lineStart = nextLine;
            int lineBreak = text.IndexOf('\n', lineStart);
            end = lineBreak < 0 ? text.Length : lineBreak;
            nextLine = end + 1;
            Line++;
            while (end > lineStart && text[end - 1] == ' ')
            {
                end--;
            }
            position = lineStart;
            SkipSpaces();
        }
        while (position == end || text[position] == '#');
        Indent = position - lineStart;
    }

    public void SkipSpaces()
    {
        while (position < end && text[position] == ' ')
        {
            position++;
        }
    }

    /// <summary>Behind the dash and the blank of an item.</summary>
    public void SkipItemMark() => position += 2;

    /// <summary>Behind the character, if it is the next one.</summary>
    public bool Takes(char c)
    {
        if (position >= end || text[position] != c)
        {
            return false;
        }
        position++;
        return true;
    }

    /// <summary>The key, its colon skipped.</summary>
    public string? TakeKey()
    {
        int keyEnd = KeyEnd();
        if (keyEnd == 0)
        {
            return null;
        }
        string key = text.Substring(position, keyEnd - position);
        position = keyEnd + 1;
        return key;
    }

    /// <summary>The text between double quotes that end on the line and hold no escape.</summary>
    public string? TakeQuoted()
    {
        int closing = text.IndexOf('"', position + 1, end - position - 1);
        if (closing < 0 || text.IndexOf('\\', position, closing - position) >= 0)
        {
            return null;
        }
        string value = text.Substring(position + 1, closing - position - 1);
        position = closing + 1;
        return value;
    }

    /// <summary>Words without quotes, of characters that mean nothing to YAML.</summary>
    public string? TakePlain(bool isFlow)
    {
        int start = position;
        // A minus is the sign of a number or part of a word; alone it is a list's.
        bool starts = IsWord(text[start]) && (text[start] != '-' || (start + 1 < end && IsLetterOrDigit(text[start + 1])));
        while (position < end && (IsWord(text[position]) || text[position] == ' ' || (!isFlow && IsInside(text[position]))))
        {
            position++;
        }
        return starts ? text.Substring(start, position - start).TrimEnd(' ') : null;
    }

    // The position of the colon behind a key, or 0 where no key stands.
    private int KeyEnd()
    {
        int at = position;
        if (at >= end || !(IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            return 0;
        }
        while (at < end && (IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '-'))
        {
            at++;
        }
        bool isKey = at < end && at - position <= KeyLength && text[at] == ':' && (at + 1 == end || text[at + 1] == ' ');
        return isKey ? at : 0;
    }

    // These mean something at the start of a value or inside braces only; a colon, before a blank as well.
    private bool IsInside(char c) => c is ',' or '@' or '*' || (c == ':' && position + 1 < end && text[position + 1] != ' ');

    private static bool IsWord(char c) => IsLetterOrDigit(c) || c is '_' or '.' or '/' or '+' or '-' or '(' or ')';

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
