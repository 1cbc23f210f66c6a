using System;

namespace LlmSizing;

/// <summary>Reads JSON (RFC 8259) within limits into a flat list of nodes, in one pass.</summary>
/// <remarks>
/// Held to the standard but for one thing: NaN, Infinity and -Infinity, as Python's json writes them, are values of their own kind. Keys that come twice are refused:
/// readers differ in which one they take.
/// </remarks>
internal sealed class JsonReader
{
    private const int LookEvery = 4096;
    private readonly byte[] text;
    private readonly int start;
    private readonly int length;
    private readonly JsonLimits limits;
    private readonly Func<bool>? isStopped;
    private readonly JsonKeys keys = new();
    private JsonToken[] nodes = new JsonToken[64];
    private int count;
    private int at;

    /// <param name="text">UTF-8, with or without a byte order mark.</param>
    /// <param name="length">Where the text ends in it.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <param name="start">Where the text starts in it; lines are counted from its beginning.</param>
    /// <param name="isStopped">Asked every few thousand values whether to end there; null where nothing stops it.</param>
    public JsonReader(byte[] text, int length, JsonLimits limits, int start = 0, Func<bool>? isStopped = null)
    {
        this.isStopped = isStopped;
        this.text = text;
        this.start = start;
        this.length = length;
        this.limits = limits;
    }

    public static ImportException TooLong(JsonLimits limits) => new($"The JSON text is longer than {NumberText.Plain(limits.Bytes)} bytes, the most that is read of such a file.");

    /// <exception cref="ImportException">It is no JSON, or beyond a limit; names line and column.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public JsonView Read()
    {
        if (length - start > limits.Bytes)
        {
            throw TooLong(limits);
        }
        at = start + MarkLength(text, start, length);
        ReadValue(1);
        SkipBlanks();
        return at == length ? new JsonView(text, nodes, 0) : throw Wrong("there is more after the end of the value");
    }

    /// <summary>Bytes of the byte order mark of a text; 0 where it has none.</summary>
    public static int MarkLength(byte[] text, int start, int end) => end - start >= 3 && text[start] == 0xEF && text[start + 1] == 0xBB && text[start + 2] == 0xBF ? 3 : 0;

    private void ReadValue(int depth)
    {
        SkipBlanks();
        switch (at < length ? text[at] : 0)
        {
            case (byte)'{':
                ReadObject(depth);
                break;
            case (byte)'[':
                ReadList(depth);
                break;
            case (byte)'"':
                ReadText();
                break;
            case (byte)'t':
                ReadWord("true", JsonKind.True);
                break;
            case (byte)'f':
                ReadWord("false", JsonKind.False);
                break;
            case (byte)'n':
                ReadWord("null", JsonKind.Null);
                break;
            case (byte)'N':
                ReadWord("NaN", JsonKind.NotFinite);
                break;
            case (byte)'I':
                ReadWord("Infinity", JsonKind.NotFinite);
                break;
            case (byte)'-' when at + 1 < length && text[at + 1] == 'I':
                ReadWord("-Infinity", JsonKind.NotFinite);
                break;
            default:
                ReadNumber();
                break;
        }
    }

    private void ReadObject(int depth)
    {
        int own = Open(depth);
        int mark = keys.Mark;
        int members = 0;
        if (!CloseOf('}'))
        {
            do
            {
                SkipBlanks();
                ReadText();
                keys.Add(text, nodes[count - 1]);
                SkipBlanks();
                Expect(':');
                ReadValue(depth + 1);
                members++;
            }
            while (Continues('}'));
        }
        if (keys.Take(mark))
        {
            throw Wrong("a key of the object that ends here comes twice");
        }
        nodes[own] = new JsonToken(JsonKind.Object, nodes[own].Start, members, count);
    }

    private void ReadList(int depth)
    {
        int own = Open(depth);
        int items = 0;
        if (!CloseOf(']'))
        {
            do
            {
                ReadValue(depth + 1);
                items++;
            }
            while (Continues(']'));
        }
        nodes[own] = new JsonToken(JsonKind.Array, nodes[own].Start, items, count);
    }

    private int Open(int depth)
    {
        if (depth > limits.Depth)
        {
            throw Wrong($"lists and objects lie more than {NumberText.Plain(limits.Depth)} deep");
        }
        Add(JsonKind.Null, at++, 0);
        return count - 1;
    }

    private bool CloseOf(char end)
    {
        SkipBlanks();
        if (at < length && text[at] == end)
        {
            at++;
            return true;
        }
        return false;
    }

    private bool Continues(char end)
    {
        SkipBlanks();
        if (at < length && text[at] == ',')
        {
            at++;
            return true;
        }
        Expect(end);
        return false;
    }

    private void ReadText()
    {
        Expect('"');
        int start = at;
        bool hasEscape = false;
        while (at < length && text[at] != '"')
        {
            byte first = text[at];
            int taken = first is >= 0x20 and < 0x80 and not (byte)'\\' ? 1 : JsonText.CharacterLength(text, at, length);
            hasEscape |= first == '\\';
            at = taken > 0 ? at + taken : throw Wrong("a text holds a control character, an escape that is none, or bytes that are not UTF-8");
            if (at - start > limits.TextLength)
            {
                throw Wrong($"a text is longer than {NumberText.Plain(limits.TextLength)} bytes");
            }
        }
        Add(JsonKind.Text, start, at - start, hasEscape);
        Expect('"');
    }

    private void ReadWord(string word, JsonKind kind)
    {
        int start = at;
        foreach (char letter in word)
        {
            if (at >= length || text[at] != letter)
            {
                throw Wrong("this is no value");
            }
            at++;
        }
        Add(kind, start, word.Length);
    }

    private void ReadNumber()
    {
        int start = at;
        at += at < length && text[at] == '-' ? 1 : 0;
        int whole = at;
        SkipDigits();
        bool isNumber = at == whole + 1 || (at > whole && text[whole] != '0');
        if (isNumber && at < length && text[at] == '.')
        {
            at++;
            isNumber = SkipDigits();
        }
        if (isNumber && at < length && text[at] is (byte)'e' or (byte)'E')
        {
            at++;
            at += at < length && text[at] is (byte)'+' or (byte)'-' ? 1 : 0;
            isNumber = SkipDigits();
        }
        if (!isNumber)
        {
            throw Wrong(at >= length ? "the text ends where a value should be" : "this is no value");
        }
        if (at - start > limits.NumberLength)
        {
            throw Wrong("a number is too long");
        }
        Add(JsonKind.Number, start, at - start);
    }

    private bool SkipDigits()
    {
        int start = at;
        while (at < length && text[at] is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }
        return at > start;
    }

    private void SkipBlanks()
    {
        while (at < length && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }
    }

    private void Expect(char mark)
    {
        if (at >= length || text[at] != mark)
        {
            throw Wrong(at >= length ? $"the text ends where '{mark}' should be" : $"'{mark}' should be here");
        }
        at++;
    }

    private void Add(JsonKind kind, int start, int size, bool hasEscape = false)
    {
        if (count == limits.Nodes)
        {
            throw Wrong($"there are more than {NumberText.Plain(limits.Nodes)} keys and values");
        }
        if (count == nodes.Length)
        {
            Array.Resize(ref nodes, Math.Min(2 * count, limits.Nodes));
        }
        if (count % LookEvery == 0 && isStopped?.Invoke() == true)
        {
            throw new OperationCanceledException();
        }
        nodes[count] = new JsonToken(kind, start, size, count + 1, hasEscape);
        count++;
    }

    private ImportException Wrong(string what)
    {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at && i < length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                start = i + 1;
            }
        }
        return new ImportException($"The JSON is broken at line {NumberText.Plain(line)}, byte {NumberText.Plain(at - start + 1)}: {what}.");
    }
}
