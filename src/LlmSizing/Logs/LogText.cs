using System;
using System.Collections.Generic;
using System.Text;

namespace LlmSizing;

/// <summary>What stands around an engine's words: colours, and the rank that speaks.</summary>
internal static class LogText
{
    private const char Escape = '\u001b';

    // A prefix is short; the rest of a long line is not searched for ranks.
    private const int LongestPrefix = 400;

    /// <summary>The line without terminal sequences and control characters.</summary>
    public static string Plain(string line)
    {
        int first = 0;
        while (first < line.Length && !char.IsControl(line[first]))
        {
            first++;
        }
        if (first == line.Length)
        {
            return line;
        }
        var plain = new StringBuilder(line, 0, first, line.Length);
        for (int i = first; i < line.Length; i++)
        {
            if (line[i] == Escape)
            {
                i = EndOfSequence(line, i);
            }
            else if (!char.IsControl(line[i]) || line[i] == '\t')
            {
                plain.Append(line[i]);
            }
        }
        return plain.ToString();
    }

    /// <summary>Who says it: TP1, PP0 TP1, rank 3 or pid 117, from what stands before the words; empty where nothing does.</summary>
    public static string Rank(string line, int before)
    {
        int end = Math.Min(before, LongestPrefix);
        var ranks = new List<string>();
        string process = "";
        string previous = "";
        for (int from = 0; from < end;)
        {
            int to = from;
            while (to < end && char.IsLetterOrDigit(line[to]))
            {
                to++;
            }
            if (to > from)
            {
                string word = line.Substring(from, to - from);
                if (IsRank(word))
                {
                    ranks.Add(word.ToUpperInvariant());
                }
                else if (previous.Equals("rank", StringComparison.OrdinalIgnoreCase) && IsNumber(word, 0))
                {
                    ranks.Add("rank " + word);
                }
                else if (previous == "pid" && IsNumber(word, 0))
                {
                    process = "pid " + word;
                }
                previous = word;
            }
            from = to + 1;
        }
        return ranks.Count > 0 ? string.Join(" ", ranks) : process;
    }

    /// <summary>The word that ends before a position: the device of a buffer.</summary>
    public static string WordBefore(string line, int end)
    {
        int from = end;
        while (from > 0 && (char.IsLetterOrDigit(line[from - 1]) || line[from - 1] is '_'))
        {
            from--;
        }
        return line.Substring(from, end - from);
    }

    // CSI sequences end with a letter, OSC ones (titles, links) with BEL or ESC \.
    private static int EndOfSequence(string line, int escape)
    {
        int i = escape + 1;
        if (i < line.Length && line[i] == ']')
        {
            while (i < line.Length && line[i] is not ('\a' or Escape))
            {
                i++;
            }
            return i < line.Length && line[i] == Escape ? i + 1 : i;
        }
        if (i < line.Length && line[i] == '[')
        {
            i++;
            while (i < line.Length && line[i] is >= ' ' and < '@')
            {
                i++;
            }
        }
        return i;
    }

    private static bool IsRank(string word)
    {
        string upper = word.ToUpperInvariant();
        foreach (string kind in new[] { "TP", "PP", "DP", "EP", "CP", "DCP" })
        {
            if (upper.StartsWith(kind, StringComparison.Ordinal) && IsNumber(word, kind.Length))
            {
                return true;
            }
        }
        return upper.StartsWith("RANK", StringComparison.Ordinal) && IsNumber(word, 4);
    }

    private static bool IsNumber(string word, int from)
    {
        for (int i = from; i < word.Length; i++)
        {
            if (word[i] is < '0' or > '9')
            {
                return false;
            }
        }
        return word.Length > from && word.Length - from <= 9;
    }
}
