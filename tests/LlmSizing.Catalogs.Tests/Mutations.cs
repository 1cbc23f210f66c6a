using System;
using System.Linq;
using System.Text;

namespace LlmSizing.Catalogs.Tests;

/// <summary>Random damage to a text: what keyboards, merges and editors do, and what nobody does. The same seed gives the same damage.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Pieces =
    [
        " ", "  ", "\n", "\r\n", "\r", "\t", ":", ": ", "- ", "-", ",", "\"", "'", "{", "}", "[", "]", "#", " #", "&a ", "*a", "!t ", "|", ">", "?", "? ", "%", "@", "`", "\\", "\\n", "~",
        "null", "true", "yes", "0", "1", "-1", ".", "1e5", "0x1", "_", "<<: ", "---\n", "...\n", "\u00e9", "\ud83d\ude00", "\0", "\u001b", "\u2028", "\ufeff", "$", "(", ")", "/", "+", "=", "models:", "  - name: m\n", "a: b\n",
    ];

    private readonly Random random = new(seed);

    public string Damage(string text)
    {
        var damaged = new StringBuilder(text);
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            Once(damaged);
        }
        return damaged.ToString();
    }

    private void Once(StringBuilder text)
    {
        int at = random.Next(text.Length + 1);
        int length = Math.Min(random.Next(1, 12), text.Length - at);
        switch (random.Next(6))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2:
                MoveLine(text);
                break;
            case 3:
                text.Remove(at, Math.Min(1, text.Length - at)).Insert(Math.Min(at, text.Length), (char)random.Next(32, 127));
                break;
            default:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }

    private void MoveLine(StringBuilder text)
    {
        string[] lines = text.ToString().Split('\n');
        string line = lines[random.Next(lines.Length)];
        int shift = random.Next(-2, 3);
        string moved = shift < 0 ? line[Math.Min(-shift, line.Length - line.TrimStart(' ').Length)..] : new string(' ', shift) + line;
        int target = random.Next(lines.Length);
        text.Clear().AppendJoin('\n', lines.Select((old, index) => index == target ? (random.Next(2) == 0 ? moved + "\n" + old : moved) : old));
    }
}
