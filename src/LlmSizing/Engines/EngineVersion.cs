using System;
using System.Globalization;
using System.Linq;

namespace LlmSizing;

/// <summary>An engine's version, as far as a rule depends on it: its numbers, such as 0.19.0.</summary>
public sealed class EngineVersion : IEquatable<EngineVersion>
{
    private const int MostParts = 4;
    private readonly int[] numbers;

    private EngineVersion(int[] numbers) => this.numbers = numbers;

    /// <summary>Reads 0.19, v0.19.1, 0.6.6.post1, 0.10.x, 0.2x (0.20 and newer) or llama.cpp's b7825; what follows the numbers is not looked at. Null when it begins with none.</summary>
    public static EngineVersion? Parse(string text)
    {
        string digits = new(text.Trim().TrimStart('v', 'V', 'b', 'B').TakeWhile(letter => letter is >= '0' and <= '9' or '.' or 'x').ToArray());
        string[] parts = digits.Replace(".x", "").Replace('x', '0').Split(['.'], StringSplitOptions.RemoveEmptyEntries);
        int[] numbers = new int[Math.Min(parts.Length, MostParts)];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }
        return numbers.Length == 0 ? null : new EngineVersion(numbers);
    }

    /// <summary>Whether this version is the other or newer.</summary>
    public bool IsAtLeast(EngineVersion other) => Compare(other) >= 0;

    /// <inheritdoc/>
    public bool Equals(EngineVersion? other) => other is not null && Compare(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EngineVersion);

    /// <inheritdoc/>
    public override int GetHashCode() => (((((Number(0) * 397) + Number(1)) * 397) + Number(2)) * 397) + Number(3);

    /// <summary>The numbers: 0.19.0.</summary>
    public override string ToString() => string.Join(".", numbers.Select(number => NumberText.Plain(number)));

    // Number by number; what is missing is 0.
    private int Compare(EngineVersion other)
    {
        for (int i = 0; i < MostParts; i++)
        {
            int order = Number(i).CompareTo(other.Number(i));
            if (order != 0)
            {
                return order;
            }
        }
        return 0;
    }

    private int Number(int index) => index < numbers.Length ? numbers[index] : 0;
}
