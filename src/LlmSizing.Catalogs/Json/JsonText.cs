using System.Globalization;
using System.Text;

namespace LlmSizing;

/// <summary>Characters of a JSON text: UTF-8, and escapes.</summary>
internal static class JsonText
{
    /// <summary>Bytes of the character or escape at a place; 0 where it is none, or half a surrogate pair.</summary>
    public static int CharacterLength(byte[] text, int at, int end)
    {
        byte first = text[at];
        return first == '\\' ? EscapeLength(text, at, end) : first < ' ' ? 0 : first < 0x80 ? 1 : SequenceLength(text, at, end);
    }

    /// <summary>Resolves the escapes of a text that was found good.</summary>
    public static string Decode(byte[] text, int start, int length)
    {
        var decoded = new StringBuilder(length);
        int end = start + length;
        for (int at = start; at < end;)
        {
            int taken = CharacterLength(text, at, end);
            if (text[at] == '\\')
            {
                AppendEscape(decoded, text, at, taken);
            }
            else
            {
                decoded.Append(Encoding.UTF8.GetString(text, at, taken));
            }
            at += taken;
        }
        return decoded.ToString();
    }

    private static void AppendEscape(StringBuilder decoded, byte[] text, int at, int taken)
    {
        if (taken == 2)
        {
            const string Letters = "\"\\/bfnrt";
            decoded.Append("\"\\/\b\f\n\r\t"[Letters.IndexOf((char)text[at + 1])]);
            return;
        }
        for (int unit = at; unit < at + taken; unit += 6)
        {
            decoded.Append((char)Unit(text, unit, at + taken));
        }
    }

    private static int EscapeLength(byte[] text, int at, int end)
    {
        if (at + 1 >= end)
        {
            return 0;
        }
        if (text[at + 1] != 'u')
        {
            return text[at + 1] is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' ? 2 : 0;
        }
        int unit = Unit(text, at, end);
        bool isHigh = unit is >= 0xD800 and <= 0xDBFF;
        bool isLow = unit is >= 0xDC00 and <= 0xDFFF;
        return unit < 0 || isLow ? 0 : !isHigh ? 6 : Unit(text, at + 6, end) is >= 0xDC00 and <= 0xDFFF ? 12 : 0;
    }

    private static int Unit(byte[] text, int at, int end) =>
        at + 6 <= end && text[at] == '\\' && text[at + 1] == 'u'
            && int.TryParse(Encoding.ASCII.GetString(text, at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int unit)
            ? unit
            : -1;

    // Table 3-7 of the Unicode Standard: no overlong form, no surrogate, nothing beyond U+10FFFF.
    private static int SequenceLength(byte[] text, int at, int end)
    {
        byte first = text[at];
        int length = first switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0 || at + length > end)
        {
            return 0;
        }
        (byte least, byte most) = first switch
        {
            0xE0 => ((byte)0xA0, (byte)0xBF),
            0xED => ((byte)0x80, (byte)0x9F),
            0xF0 => ((byte)0x90, (byte)0xBF),
            0xF4 => ((byte)0x80, (byte)0x8F),
            _ => ((byte)0x80, (byte)0xBF),
        };
        bool isGood = text[at + 1] >= least && text[at + 1] <= most;
        for (int i = 2; i < length; i++)
        {
            isGood &= text[at + i] is >= 0x80 and <= 0xBF;
        }
        return isGood ? length : 0;
    }
}
