using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A quantity as it was predicted and as the engine printed it.</summary>
public sealed class LogComparison
{
    internal LogComparison(string engine, string model, string quantity, decimal? predicted, LogReading observed, string unit, string? note)
    {
        Engine = engine;
        Model = model;
        Quantity = quantity;
        Predicted = predicted is decimal value ? Rounded(value) : null;
        Observed = Rounded(observed.Worst.Value);
        Difference = Predicted - Observed;
        Percent = predicted is decimal given && observed.Worst.Value != 0 ? decimal.Round((given - observed.Worst.Value) / Math.Abs(observed.Worst.Value) * 100, 2) : null;
        Unit = unit;
        Rank = observed.Worst.Rank;
        Spread = observed.Largest - observed.Smallest;
        Line = observed.Worst.Line;
        Text = observed.Worst.Text;
        Note = note;
    }

    /// <summary>The engine.</summary>
    public string Engine { get; }

    /// <summary>The model that the prediction is of.</summary>
    public string Model { get; }

    /// <summary>The quantity, such as weights or kv_tokens; kv_tokens_given_weights is predicted from the weights that were printed.</summary>
    public string Quantity { get; }

    /// <summary>The prediction, or null where there is none.</summary>
    public decimal? Predicted { get; }

    /// <summary>What the limiting rank printed.</summary>
    public decimal Observed { get; }

    /// <summary>Predicted less observed.</summary>
    public decimal? Difference { get; }

    /// <summary>The difference in percent of what was printed.</summary>
    public decimal? Percent { get; }

    /// <summary>GiB (2^30 bytes), tokens, blocks, sessions or bytes.</summary>
    public string Unit { get; }

    /// <summary>The rank or device that printed it, or empty.</summary>
    public string Rank { get; }

    /// <summary>How far the ranks lie apart.</summary>
    public decimal Spread { get; }

    /// <summary>The line's number, from 1.</summary>
    public long Line { get; }

    /// <summary>The line, or its beginning.</summary>
    public string Text { get; }

    /// <summary>What to know about the row: why there is no prediction, or what it rests on.</summary>
    public string? Note { get; }

    /// <summary>Holds a log against what is predicted for it, one row a quantity.</summary>
    public static IReadOnlyList<LogComparison> Of(EngineLog log, LogRun run)
    {
        var rows = new List<LogComparison>();
        (EngineMemory? memory, string? reason) = Try(() => run.Predict());
        foreach (LogQuantity quantity in LogQuantity.All)
        {
            if (log.Worst(quantity) is LogReading seen && LogPrediction.Has(quantity))
            {
                decimal? value = memory is null ? null : LogPrediction.Of(quantity, memory, run);
                rows.Add(new LogComparison(run.Engine.Name, run.Model.Name, quantity.Id, value, seen, quantity.Unit, memory is null ? reason : LogPrediction.Note(quantity, memory)));
            }
        }
        if (log.Worst(LogQuantity.KvTokens) is LogReading tokens && run.Bytes(LogQuantity.Weights) is long weights)
        {
            (EngineMemory? given, string? why) = Try(() => run.Predict(weights));
            rows.Add(new LogComparison(run.Engine.Name, run.Model.Name, "kv_tokens_given_weights", given?.KvTokens, tokens, "tokens", why));
        }
        if ((log.Worst(LogQuantity.KvTokens) ?? log.Worst(LogQuantity.KvKeys)) is LogReading cache && KvEvidence.Of(log, run) is { IsExact: bool isExact, ObservedTokenBytes: decimal token } evidence)
        {
            var printed = new LogObservation(LogQuantity.KvTokens, token, 0, cache.Worst.Rank, cache.Worst.Line, cache.Worst.Text);
            rows.Add(new LogComparison(run.Engine.Name, run.Model.Name, "kv_bytes_per_token", evidence.PredictedTokenBytes, new LogReading([printed]), "bytes", (isExact ? "exact: " : "not exact: ") + evidence.How));
        }
        return rows;
    }

    /// <summary>The quantities of a log that nothing is predicted for.</summary>
    /// <param name="log">The log.</param>
    /// <param name="engine">The engine's name.</param>
    /// <param name="model">What the model is called.</param>
    public static IReadOnlyList<LogComparison> Unpredicted(EngineLog log, string engine, string model) =>
        LogQuantity.All.Where(LogPrediction.Has).Select(quantity => (quantity, Seen: log.Worst(quantity))).Where(row => row.Seen is not null)
            .Select(row => new LogComparison(engine, model, row.quantity.Id, null, row.Seen!, row.quantity.Unit, null)).ToArray();

    /// <summary>The quantity, predicted and observed.</summary>
    public override string ToString() =>
        $"{Quantity} {(Predicted is decimal value ? NumberText.AsWritten(value) : "?")} predicted, {NumberText.AsWritten(Observed)} {Unit} observed";

    private static (EngineMemory?, string?) Try(Func<EngineMemory> predict)
    {
        try
        {
            return (predict(), null);
        }
        catch (SizingException error)
        {
            return (null, error.Message);
        }
    }

    private static decimal Rounded(decimal value) => decimal.Round(value, 4) / 1.0000000000000000000000000000m;
}
