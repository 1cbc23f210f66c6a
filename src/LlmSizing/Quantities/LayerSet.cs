using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LlmSizing;

/// <summary>Layer numbers, counted from 0: <c>0-47</c>, every fourth <c>3-47/4</c>, or several <c>0,2,5-9</c>.</summary>
public sealed class LayerSet : IEquatable<LayerSet>
{
    private const long Largest = 999_999;
    private readonly Run[] runs;

    private LayerSet(Run[] runs)
    {
        this.runs = runs;
        Count = runs.Sum(run => run.Count);
    }

    /// <summary>How many layers there are.</summary>
    public long Count { get; }

    /// <summary>Layer number one past the last.</summary>
    public long End => runs.Max(run => run.Last) + 1;

    /// <summary>The set of given numbers, written as short as it can be.</summary>
    /// <param name="layers">Ascending numbers, none twice, at least one.</param>
    public static LayerSet Of(IEnumerable<long> layers)
    {
        var runs = new List<Run>();
        long[] all = layers.ToArray();
        int i = 0;
        while (i < all.Length)
        {
            int j = i + 1;
            long step = j < all.Length ? all[j] - all[i] : 1;
            while (j < all.Length && all[j] - all[j - 1] == step)
            {
                j++;
            }
            // Two numbers apart are no pattern: the second may begin one.
            int taken = j - i == 2 && step > 1 ? 1 : j - i;
            runs.Add(new Run(all[i], all[i + taken - 1], taken == 1 ? 1 : step));
            i += taken;
        }
        return new LayerSet(runs.ToArray());
    }

    /// <summary>All numbers from 0.</summary>
    /// <param name="count">How many, at least 1.</param>
    public static LayerSet First(long count) => new([new Run(0, count - 1, 1)]);

    /// <summary>Reads the text form; null when it is none, or not ascending.</summary>
    public static LayerSet? Parse(string text)
    {
        if (text.IndexOf(',') < 0)
        {
            return Run.Parse(text) is Run single ? new LayerSet([single]) : null;
        }
        var runs = new List<Run>();
        long previous = -1;
        foreach (string part in text.Split(','))
        {
            if (Run.Parse(part) is not Run run || run.First <= previous)
            {
                return null;
            }
            runs.Add(run);
            previous = run.Last;
        }
        return new LayerSet(runs.ToArray());
    }

    /// <summary>How many of the layers are at or after the first number and before the other.</summary>
    public long CountIn(long first, long end) => runs.Sum(run => run.CountIn(first, end));

    /// <summary>The numbers, ascending.</summary>
    public IEnumerable<long> Numbers() => runs.SelectMany(run => run.Numbers());

    /// <inheritdoc/>
    public bool Equals(LayerSet? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LayerSet);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The text form.</summary>
    public override string ToString() => string.Join(",", runs.Select(run => run.ToString()));

    private readonly struct Run
    {
        public Run(long first, long last, long step)
        {
            First = first;
            Last = last;
            Step = step;
        }

        public long First { get; }

        public long Last { get; }

        public long Step { get; }

        public long Count => ((Last - First) / Step) + 1;

        public static Run? Parse(string text)
        {
            int dash = text.IndexOf('-');
            if (dash < 0)
            {
                return Number(text) is long only ? new Run(only, only, 1) : null;
            }
            int slash = text.IndexOf('/', dash);
            int end = slash < 0 ? text.Length : slash;
            long? step = slash < 0 ? 1 : Number(text.Substring(slash + 1));
            return Number(text.Substring(0, dash)) is long first && Number(text.Substring(dash + 1, end - dash - 1)) is long last
                && last >= first && step is >= 1 && (last - first) % step.Value == 0 ? new Run(first, last, step.Value) : null;
        }

        public long CountIn(long first, long end)
        {
            long from = Math.Max(first, First);
            long to = Math.Min(end - 1, Last);
            return to < from ? 0 : ((to - First) / Step) - ((from - First + Step - 1) / Step) + 1;
        }

        public IEnumerable<long> Numbers()
        {
            for (long layer = First; layer <= Last; layer += Step)
            {
                yield return layer;
            }
        }

        public override string ToString() => NumberText.Plain(First)
            + (Last == First ? "" : "-" + NumberText.Plain(Last))
            + (Step == 1 ? "" : "/" + NumberText.Plain(Step));

        private static long? Number(string text) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number <= Largest ? number : null;
    }
}
