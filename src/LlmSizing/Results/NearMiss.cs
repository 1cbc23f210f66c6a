using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Names that somebody may have meant: what "did you mean" offers.</summary>
/// <remarks>
/// The distance is the restricted Damerau-Levenshtein distance (insert, delete, replace, swap two neighbours), whatever the case.
/// The same input gives the same answer on every machine.
/// </remarks>
public static class NearMiss
{
    /// <summary>Characters of a name that are compared; a longer name has no near miss.</summary>
    public const int MaximumLength = 128;

    private const int MaximumAnswers = 3;

    /// <summary>The candidates nearest to a name, at most three, the nearest first and equals in the order given; empty when none is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What would have been right.</param>
    public static IReadOnlyList<string> Find(string? name, IEnumerable<string> candidates)
    {
        string wanted = name?.Trim() ?? "";
        if (wanted.Length is 0 or > MaximumLength)
        {
            return [];
        }
        // A third of the letters may be wrong; what merely contains the name comes after what is spelled like it.
        int limit = Math.Max(1, wanted.Length / 3);
        return candidates
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(candidate => (candidate, distance: Rank(wanted, candidate, limit)))
            .Where(found => found.distance <= limit + 1)
            .OrderBy(found => found.distance)
            .Take(MaximumAnswers)
            .Select(found => found.candidate)
            .ToArray();
    }

    /// <summary>The nearest candidate, or null.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What would have been right.</param>
    public static string? FindOne(string? name, IEnumerable<string> candidates) => Find(name, candidates) is { Count: > 0 } found ? found[0] : null;

    private static int Rank(string wanted, string candidate, int limit)
    {
        int distance = Distance(wanted, candidate, limit);
        bool contained = wanted.Length >= 3 && candidate.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0;
        return distance > limit && contained ? limit + 1 : distance > limit ? int.MaxValue : distance;
    }

    /// <summary>The distance, or a number above the limit as soon as that is certain.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit || right.Length > MaximumLength)
        {
            return int.MaxValue;
        }
        int[] beforeLast = new int[right.Length + 1];
        int[] last = Enumerable.Range(0, right.Length + 1).ToArray();
        int[] current = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            int smallest = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replace = last[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
                smallest = Math.Min(smallest, current[j]);
            }
            if (smallest > limit)
            {
                return int.MaxValue;
            }
            (beforeLast, last, current) = (last, current, beforeLast);
        }
        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
