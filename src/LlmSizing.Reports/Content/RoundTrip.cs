using System.Globalization;

namespace LlmSizing;

/// <summary>A metric's number for programs: what is read back is the same number.</summary>
internal static class RoundTrip
{
    /// <summary>The invariant text of a <see cref="double"/> or a <see cref="long"/>; null for null.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        double number => Of(number),
        _ => NumberText.Of(value),
    };

    private static string Of(double number)
    {
        // .NET Framework's R may lose the last bit of a double; 17 digits never do.
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(number) ? text : number.ToString("G17", CultureInfo.InvariantCulture);
    }
}
