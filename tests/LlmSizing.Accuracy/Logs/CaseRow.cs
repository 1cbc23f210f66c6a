using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>A case on one line: what was found, what was compared, and why something was not.</summary>
internal static class CaseRow
{
    public static string Of(CaseResult result)
    {
        var parts = new List<string>
        {
            $"{result.Info.Id}: {result.Info.Engine} {result.Info.EngineVersion}".TrimEnd(),
            result.Match is null ? result.Reason! : $"{result.Match.Model.Name}{(result.Match.Quantization is null ? "" : " as " + result.Match.Quantization)} ({result.Match.How})",
        };
        if (result.Match is not null && result.Reason is not null)
        {
            parts.Add("not compared: " + result.Reason);
        }
        if (result.Evidence is KvEvidence evidence)
        {
            parts.Add("kv_bytes " + Kv(result, evidence));
        }
        if (result.IsNegative)
        {
            parts.Add(result.Fits switch
            {
                false => "does not fit, as predicted",
                true => "does not fit, but was predicted to",
                null => "does not fit; not predicted",
            });
        }
        parts.AddRange(result.Rows.Select(row => Quantity(row) + NotCounted(result, row)));
        parts.AddRange(result.Rows.Where(row => row.Predicted is null && row.Note is not null).Select(row => "why not: " + row.Note).Distinct());
        return string.Join(" | ", parts);
    }

    private static string Kv(CaseResult result, KvEvidence evidence) => evidence.IsExact switch
    {
        null => "not determined: " + evidence.How,
        bool isExact => (isExact ? "exact" : "NOT EXACT") + (result.Info.IsInferred ? " (not counted: the model was inferred from these figures)" : "") + ": " + evidence.How,
    };

    private static string Quantity(LogComparison row)
    {
        string observed = Number(row.Observed);
        return row.Predicted is decimal predicted
            ? $"{row.Quantity} {Number(predicted)} for {observed} {row.Unit}{(row.Percent is decimal percent ? FormattableString.Invariant($" ({percent:+0.00;-0.00;0.00} %)") : "")}"
            : $"{row.Quantity} {observed} {row.Unit}, not predicted";
    }

    private static string NotCounted(CaseResult result, LogComparison row) =>
        row.Quantity is "weights" or "kv_tokens" or "kv_tokens_given_weights" && row.Predicted is not null && result.LeftOut(row.Quantity) is string reason ? $" (not counted: {reason})" : "";

    private static string Number(decimal value) => value.ToString(value == decimal.Truncate(value) ? "#,0" : "#,0.##", CultureInfo.InvariantCulture);
}
