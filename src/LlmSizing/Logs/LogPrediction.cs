using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Which part of a prediction an engine's line is about.</summary>
internal static class LogPrediction
{
    private static readonly Dictionary<LogQuantity, string> Components = new()
    {
        [LogQuantity.Weights] = "weights",
        [LogQuantity.ModelBuffer] = "weights",
        [LogQuantity.Activation] = "activation",
        [LogQuantity.NonTorch] = "non_torch",
        [LogQuantity.Graphs] = "graphs",
        [LogQuantity.GraphsEstimated] = "graphs",
        [LogQuantity.KvKeys] = "kv_keys",
        [LogQuantity.KvValues] = "kv_values",
        [LogQuantity.StateBuffer] = "state",
        [LogQuantity.ComputeBuffer] = "activation",
    };

    private static readonly LogQuantity[] Totals =
        [LogQuantity.Budget, LogQuantity.NonKv, LogQuantity.KvBuffer, LogQuantity.KvAvailable, LogQuantity.KvBlocks, LogQuantity.KvTokens, LogQuantity.MaxConcurrency];

    /// <summary>Whether the quantity is one that is predicted.</summary>
    public static bool Has(LogQuantity quantity) => Components.ContainsKey(quantity) || Totals.Contains(quantity);

    /// <summary>The prediction in the quantity's unit, or null where the engine's model has no such part.</summary>
    public static decimal? Of(LogQuantity quantity, EngineMemory memory, LogRun run)
    {
        if (Components.TryGetValue(quantity, out string? name))
        {
            MemoryComponent[] parts = memory.Components.Where(component => component.Name == name).ToArray();
            return parts.Length == 0 ? null : Gib(parts.Sum(part => part.Bytes));
        }
        return quantity == LogQuantity.Budget ? Gib(memory.BudgetBytes)
            : quantity == LogQuantity.NonKv ? Gib(memory.BudgetBytes - memory.KvAvailableBytes)
            : quantity == LogQuantity.KvBuffer ? Gib(memory.Components.Where(component => component.Name is "kv_keys" or "kv_values").Sum(component => component.Bytes))
            : quantity == LogQuantity.KvAvailable ? Gib(memory.KvAvailableBytes)
            : quantity == LogQuantity.KvBlocks ? memory.Blocks
            : quantity == LogQuantity.KvTokens ? memory.KvTokens
            : memory.MaxConcurrency;
    }

    /// <summary>The error band of an estimated part, or why the engine does not start.</summary>
    public static string? Note(LogQuantity quantity, EngineMemory memory)
    {
        if (Components.TryGetValue(quantity, out string? name))
        {
            return memory.Components.FirstOrDefault(component => component.Name == name && component.ErrorPercent is not null) is MemoryComponent part
                ? $"estimate, within {NumberText.AsWritten(part.ErrorPercent!.Value)} %: {part.Formula}"
                : null;
        }
        return memory.Fits ? null : $"does not fit: {memory.Reason}";
    }

    private static decimal Gib(long bytes) => (decimal)bytes / ByteUnits.GiB;
}
