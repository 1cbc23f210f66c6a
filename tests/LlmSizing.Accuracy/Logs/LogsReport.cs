using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>Every case of a file, and how right the predictions are over all of them.</summary>
public sealed class LogsReport
{
    private LogsReport(IReadOnlyList<CaseResult> cases) => Cases = cases;

    /// <summary>The cases, in the order of the file.</summary>
    public IReadOnlyList<CaseResult> Cases { get; }

    /// <summary>Cases whose model is not known.</summary>
    public int Unresolved => Cases.Count(result => result.Match is null);

    /// <summary>Cases whose figures determine the bytes of the cache.</summary>
    public int KvDetermined => Cases.Count(result => result.CountsForKv);

    /// <summary>Those of them that our bytes explain.</summary>
    public int KvExact => Cases.Count(result => result.CountsForKv && result.Evidence!.IsExact == true);

    /// <summary>Weights on a GPU.</summary>
    public Spread Weights => ErrorsOf("weights");

    /// <summary>Tokens of the cache from the flags and the weights that were observed.</summary>
    public Spread KvTokensGivenWeights => ErrorsOf("kv_tokens_given_weights");

    /// <summary>Tokens of the cache from the flags alone.</summary>
    public Spread KvTokens => ErrorsOf("kv_tokens");

    /// <summary>Runs a file.</summary>
    public static LogsReport Of(string path)
    {
        var runner = new CaseRunner(new CatalogLibrary(RepositoryRoot.PathOf("catalogs")).Load([]));
        return new LogsReport([.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select((line, index) => runner.Run(line, index + 1))]);
    }

    /// <summary>A row per case, then the totals.</summary>
    public void Write(TextWriter text)
    {
        foreach (CaseResult result in Cases)
        {
            text.WriteLine(CaseRow.Of(result));
        }
        text.WriteLine();
        text.WriteLine(FormattableString.Invariant($"cases: {Cases.Count}"));
        text.WriteLine(FormattableString.Invariant($"unresolved: {Unresolved}"));
        text.WriteLine(FormattableString.Invariant($"kv_bytes_exact: {KvExact}/{KvDetermined}"));
        text.WriteLine($"weights_median_pct: {Weights.Median}");
        text.WriteLine($"weights_worst_pct: {Weights.Worst}");
        text.WriteLine($"kv_tokens_given_weights_median_pct: {KvTokensGivenWeights.Median}");
        text.WriteLine($"kv_tokens_median_pct: {KvTokens.Median}");
        text.WriteLine($"kv_tokens_worst_pct: {KvTokens.Worst}");
    }

    /// <summary>The errors of a quantity over the cases that can prove it.</summary>
    public Spread ErrorsOf(string quantity, Func<CaseResult, bool>? where = null) => new(Cases
        .Where(result => where?.Invoke(result) != false && result.LeftOut(quantity) is null)
        .Select(result => result.Percent(quantity))
        .OfType<decimal>());
}

/// <summary>Errors in percent, without their signs.</summary>
public sealed class Spread
{
    private readonly decimal[] errors;

    /// <summary>Orders the errors.</summary>
    public Spread(IEnumerable<decimal> percents) => errors = [.. percents.Select(Math.Abs).Order()];

    /// <summary>How many there are.</summary>
    public int Count => errors.Length;

    /// <summary>The middle one, or null without any.</summary>
    public decimal? MedianPercent => errors.Length == 0 ? null : (errors[(errors.Length - 1) / 2] + errors[errors.Length / 2]) / 2;

    /// <summary>The largest, or null without any.</summary>
    public decimal? WorstPercent => errors.Length == 0 ? null : errors[^1];

    /// <summary>The error that so many percent of the cases do not exceed, by nearest rank, with two decimals; n/a without any.</summary>
    public string Rank(int percent) => Text(errors.Length == 0 ? null : errors[Math.Max(0, ((errors.Length * percent) + 99) / 100 - 1)]);

    /// <summary>The middle one with two decimals, or n/a.</summary>
    public string Median => Text(MedianPercent);

    /// <summary>The largest with two decimals, or n/a.</summary>
    public string Worst => Text(WorstPercent);

    private static string Text(decimal? percent) => percent?.ToString("0.00", CultureInfo.InvariantCulture) ?? "n/a";
}
