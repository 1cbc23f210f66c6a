using System;

namespace LlmSizing;

/// <summary>Finds where a property that holds from one end stops holding.</summary>
internal static class Bisection
{
    /// <summary>The last number from <paramref name="first"/> towards <paramref name="end"/>, both included, for which the property holds; it holds for the first.</summary>
    internal static long Last(long first, long end, Func<long, bool> holds)
    {
        if (holds(end))
        {
            return end;
        }
        long good = first;
        long bad = end;
        while (Math.Abs(bad - good) > 1)
        {
            long middle = good + ((bad - good) / 2);
            (good, bad) = holds(middle) ? (middle, bad) : (good, middle);
        }
        return good;
    }
}
