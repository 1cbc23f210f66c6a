namespace LlmSizing;

/// <summary>Whole numbers divided in the ways that C# does not.</summary>
internal static class Division
{
    /// <summary>The quotient rounded up.</summary>
    /// <param name="dividend">0 or more; no number of it overflows.</param>
    /// <param name="divisor">Above 0.</param>
    public static long Ceiling(long dividend, long divisor) => dividend == 0 ? 0 : ((dividend - 1) / divisor) + 1;
}
