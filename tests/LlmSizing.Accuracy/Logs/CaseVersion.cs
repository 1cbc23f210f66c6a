using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace LlmSizing.Accuracy;

/// <summary>The version that free text means: its numbers, else what was the newest release in a month that it names.</summary>
internal static class CaseVersion
{
    // First releases on GitHub of the versions whose rules differ.
    private static readonly (string Engine, string Month, string Version)[] Releases =
    [
        ("vllm", "2024-09", "0.6.0"), ("vllm", "2025-01", "0.7.0"), ("vllm", "2025-03", "0.8.0"), ("vllm", "2025-05", "0.9.0"), ("vllm", "2025-07", "0.10.0"), ("vllm", "2025-10", "0.11.0"),
        ("vllm", "2025-12", "0.12.0"), ("vllm", "2026-03", "0.17.0"), ("vllm", "2026-04", "0.19.0"),
        ("sglang", "2024-09", "0.3.0"), ("sglang", "2024-12", "0.4.0"), ("sglang", "2025-09", "0.5.2"),
    ];

    public static string? Of(string? text, string? engine)
    {
        if (text is null)
        {
            return null;
        }
        // "0.2x (2026)" is one of 0.20 to 0.29, not 0.2.
        string plain = Regex.Replace(text.Trim(), @"^(v?\d+\.\d)x\b", "${1}0");
        if (EngineVersion.Parse(plain) is EngineVersion version && !Regex.IsMatch(plain, @"^(19|20)\d\d\b"))
        {
            return version.ToString();
        }
        string? month = Month(plain);
        return Releases.LastOrDefault(release => release.Engine == engine && month is not null && string.CompareOrdinal(release.Month, month) <= 0).Version;
    }

    // "Jul 2025", "July 2025", "2025-07", "2025-07-14".
    private static string? Month(string text)
    {
        Match named = Regex.Match(text, @"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (20\d\d)\b");
        if (named.Success && DateTime.TryParseExact(named.Groups[1].Value, "MMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{named.Groups[2].Value}-{date.Month:00}");
        }
        Match numbers = Regex.Match(text, @"\b(20\d\d-(0[1-9]|1[0-2]))\b");
        return numbers.Success ? numbers.Value : null;
    }
}
