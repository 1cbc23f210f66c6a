using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LlmSizing.Accuracy;

/// <summary>docs/accuracy.md: how right the predictions are, a table per engine, and every outlier explained.</summary>
public static class AccuracyPage
{
    /// <summary>Errors above these are outliers, in percent.</summary>
    public const decimal WeightsOutlier = 1;

    /// <inheritdoc cref="WeightsOutlier"/>
    public const decimal TokensOutlier = 1.5m;

    private static readonly string[] Engines = ["vllm", "sglang", "tensorrt-llm", "llama.cpp"];

    /// <summary>The page of a report.</summary>
    public static string Of(LogsReport report)
    {
        var page = new StringBuilder();
        page.Append("""
            # How right the predictions are

            Real start-up logs against what the libraries predict for the same model, placement, GPU and flags. The page is written by a test from the cases, and fails when it is stale;
            `dotnet run --project tests/LlmSizing.Accuracy -- logs FILE.jsonl` does the same for any file of such cases.

            The bytes of the KV cache are exact where some memory that rounds to the printed size makes exactly the printed tokens or blocks (vLLM), or where the printed tokens times our
            integer bytes round to the printed size (SGLang, TensorRT-LLM, llama.cpp). Percentages are predicted less printed, of printed. A figure in parentheses is not counted in the totals: its
            case was classed as proving something else only, its model was inferred from the same figures, or it does not state the GPU's memory.


            """.ReplaceLineEndings("\n"));
        Totals(page, report);
        foreach (string engine in Engines)
        {
            CaseResult[] cases = [.. report.Cases.Where(result => result.Info.Engine == engine)];
            if (cases.Length > 0)
            {
                Table(page, engine, cases);
            }
        }
        Outliers(page, report);
        TimesPage.Append(page);
        return page.ToString();
    }

    /// <summary>The cases that need an explanation: an error above the limit, counted or not, or nothing predicted.</summary>
    public static IEnumerable<CaseResult> OutliersOf(LogsReport report) => report.Cases.Where(result =>
        result.Match is null || IsAbove(result, "weights", WeightsOutlier) || IsAbove(result, "kv_tokens", TokensOutlier) || IsAbove(result, "kv_tokens_given_weights", TokensOutlier) || result.Evidence?.IsExact == false);

    private static bool IsAbove(CaseResult result, string quantity, decimal limit) => result.Percent(quantity) is decimal percent && Math.Abs(percent) > limit;

    private static void Totals(StringBuilder page, LogsReport report)
    {
        page.Append("| | cases | median | worst |\n|---|---|---|---|\n");
        page.Append(CultureInfo.InvariantCulture, $"| KV bytes | {report.KvDetermined} | {report.KvExact} exact | |\n");
        foreach ((string name, Spread spread) in new[] { ("weights per GPU", report.Weights), ("KV tokens given the printed weights", report.KvTokensGivenWeights), ("KV tokens from the flags", report.KvTokens) })
        {
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {spread.Count} | {spread.Median} % | {spread.Worst} % |\n");
        }
        page.Append(CultureInfo.InvariantCulture, $"\n{report.Cases.Count} cases, {report.Unresolved} of them of models that are not known.\n");
    }

    private static void Table(StringBuilder page, string engine, CaseResult[] cases)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {engine}\n\n| case | model | KV bytes | weights | tokens given weights | tokens from flags |\n|---|---|---|---|---|---|\n");
        foreach (CaseResult result in cases)
        {
            string model = result.Match is null ? "unknown" : result.Match.Model.Name + (result.Match.Quantization is null ? "" : ", " + result.Match.Quantization);
            page.Append(CultureInfo.InvariantCulture, $"| {result.Info.Id} | {model} | {Kv(result)} | {Cell(result, "weights")} | {Cell(result, "kv_tokens_given_weights")} | {Cell(result, "kv_tokens")} |\n");
        }
    }

    private static string Kv(CaseResult result)
    {
        string text = result.Evidence?.IsExact switch { true => "exact", false => "not exact", null => "" };
        return text.Length > 0 && !result.CountsForKv ? $"({text})" : text;
    }

    private static string Cell(CaseResult result, string quantity)
    {
        LogComparison? row = result.Rows.FirstOrDefault(known => known.Quantity == quantity);
        if (row is null)
        {
            return "";
        }
        if (row.Observed <= 0)
        {
            return result.Fits switch { false => "does not fit, as predicted", true => "does not fit, not predicted", null => "does not fit" };
        }
        if (row.Predicted is not decimal predicted)
        {
            return $"? for {Number(row.Observed)}";
        }
        string text = FormattableString.Invariant($"{Number(predicted)} for {Number(row.Observed)}, {row.Percent:+0.0;-0.0;0.0} %");
        return result.LeftOut(quantity) is null ? text : $"({text})";
    }

    private static void Outliers(StringBuilder page, LogsReport report)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## Outliers\n\nWeights off by more than {WeightsOutlier} %, tokens by more than {TokensOutlier} %, and cases that were not predicted, one by one.\n\n");
        foreach (CaseResult result in OutliersOf(report))
        {
            page.Append(CultureInfo.InvariantCulture, $"- **{result.Info.Id}**: {Explanations.Of(result.Info.Id) ?? "not explained."}\n");
        }
    }

    private static string Number(decimal value) => value.ToString(value == decimal.Truncate(value) && value >= 1000 ? "#,0" : "0.00", CultureInfo.InvariantCulture);
}
