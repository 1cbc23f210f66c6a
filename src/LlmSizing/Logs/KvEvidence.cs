using System;
using System.Linq;

namespace LlmSizing;

/// <summary>Whether the figures that a log prints of its cache are those that our bytes give.</summary>
/// <remarks>
/// A printed size stands for every size that rounds to it. vLLM prints the memory of the cache and what it makes of it: our bytes are exact where some memory that rounds
/// to the printed one makes exactly the printed tokens (else blocks). SGLang and TensorRT-LLM print the size of what they allocated for a number of tokens, SGLang with one page
/// more, and llama.cpp its key and value buffers: our bytes are exact where they round to the printed size.
/// </remarks>
public sealed class KvEvidence
{
    private KvEvidence(bool? isExact, decimal? predicted, decimal? observed, string how)
    {
        IsExact = isExact;
        PredictedTokenBytes = predicted;
        ObservedTokenBytes = observed;
        How = how;
    }

    /// <summary>Whether our bytes explain the figures; null where the log does not determine it.</summary>
    public bool? IsExact { get; }

    /// <summary>Our bytes of a token on one GPU, the mean over a cache of this size where the model keeps more than tokens; null where not determined.</summary>
    public decimal? PredictedTokenBytes { get; }

    /// <summary>Printed memory over printed tokens; null where not printed.</summary>
    public decimal? ObservedTokenBytes { get; }

    /// <summary>What was held against what, or why nothing could be.</summary>
    public string How { get; }

    /// <summary>Holds a log's figures against our bytes.</summary>
    /// <remarks>Where the log does not state the precision of the cache, an 8-bit cache is tried after the model's own.</remarks>
    public static KvEvidence Of(EngineLog log, LogRun run)
    {
        KvEvidence own = Held(log, run);
        if (own.IsExact != false || LogPrecision.IsStated(log))
        {
            return own;
        }
        KvEvidence eight = Held(log, run.With(KvPrecision.Find("fp8")!));
        return eight.IsExact == true
            ? new KvEvidence(true, eight.PredictedTokenBytes, eight.ObservedTokenBytes, "with an 8-bit cache (the log does not state it), " + eight.How)
            : own;
    }

    private static KvEvidence Held(EngineLog log, LogRun run)
    {
        LogReading? available = log.Worst(LogQuantity.KvAvailable);
        LogReading? tokens = log.Worst(LogQuantity.KvTokens) ?? log.Worst(LogQuantity.KvBlocks);
        try
        {
            if (run.Engine.Name == LogRules.LlamaCpp)
            {
                return Buffers(log, run);
            }
            if (available is null || tokens is null || tokens.Worst.Value <= 0 || available.Worst.Value <= 0)
            {
                return new KvEvidence(null, null, null, "the log does not print both the memory and the tokens of the cache");
            }
            decimal observed = available.Worst.Value * ByteUnits.GiB / tokens.Worst.Value;
            return run.Engine.Name == LogRules.Vllm ? Searched(run, available.Worst, tokens.Worst) : Allocated(run, available.Worst, tokens.Worst, observed);
        }
        catch (SizingException error)
        {
            return new KvEvidence(null, null, null, error.Message);
        }
    }

    private static KvEvidence Searched(LogRun run, LogObservation available, LogObservation counted)
    {
        Func<EngineMemory, long> count = counted.Quantity == LogQuantity.KvTokens ? memory => memory.KvTokens : memory => memory.Blocks;
        long low = (long)((available.Value - (available.Step / 2)) * ByteUnits.GiB);
        long high = (long)((available.Value + (available.Step / 2)) * ByteUnits.GiB);
        long wanted = (long)counted.Value;
        long first = low;
        long last = high;
        while (first < last)
        {
            long middle = first + ((last - first) / 2);
            if (count(run.PredictCache(middle)) >= wanted)
            {
                last = middle;
            }
            else
            {
                first = middle + 1;
            }
        }
        long reached = count(run.PredictCache(first));
        long expected = count(run.PredictCache((long)(available.Value * ByteUnits.GiB)));
        string range = $"{NumberText.Grouped(count(run.PredictCache(low)))} to {NumberText.Grouped(count(run.PredictCache(high)))}";
        return new KvEvidence(
            reached == wanted,
            expected == 0 ? null : available.Value * ByteUnits.GiB / expected,
            available.Value * ByteUnits.GiB / counted.Value,
            $"{NumberText.AsWritten(available.Value)} GiB as printed makes {range} {counted.Quantity.Unit}; the log has {NumberText.Grouped(wanted)}");
    }

    private static KvEvidence Allocated(LogRun run, LogObservation available, LogObservation counted, decimal observed)
    {
        long token = TokenBytes(run);
        if (counted.Quantity != LogQuantity.KvTokens || token == 0)
        {
            return new KvEvidence(null, null, null, "the log does not print the tokens of the cache");
        }
        long page = run.Engine.Name == LogRules.Sglang ? run.Settings.BlockSize ?? 1 : 0;
        decimal least = token * counted.Value / ByteUnits.GiB;
        decimal most = token * (counted.Value + page) / ByteUnits.GiB;
        bool isExact = most >= available.Value - (available.Step / 2) && least <= available.Value + (available.Step / 2);
        return new KvEvidence(isExact, token, observed, $"{NumberText.Grouped((long)counted.Value)} tokens of {NumberText.Grouped(token)} bytes are {Gib(least)} GiB; the log has {NumberText.AsWritten(available.Value)}");
    }

    private static KvEvidence Buffers(EngineLog log, LogRun run)
    {
        LogObservation? keys = log.Worst(LogQuantity.KvKeys)?.Worst;
        LogObservation? values = log.Worst(LogQuantity.KvValues)?.Worst;
        if (keys is null || values is null || run.Settings.MaxModelLength is not long context)
        {
            return new KvEvidence(null, null, null, "the log does not print the key and value buffers and the context");
        }
        long bytes = run.Engine.SessionBytes(run.Model, context, run.Placement, run.Settings);
        decimal printed = keys.Value + values.Value;
        bool isExact = Math.Abs(((decimal)bytes / ByteUnits.GiB) - printed) <= (keys.Step + values.Step) / 2;
        return new KvEvidence(
            isExact, (decimal)bytes / context, printed * ByteUnits.GiB / context,
            $"{NumberText.Grouped(context)} tokens are {NumberText.AsWritten(decimal.Round((decimal)bytes / (1 << 20), 2))} MiB; the log has {NumberText.AsWritten(decimal.Round(printed * 1024, 2))}");
    }

    /// <summary>Bytes that one more token takes on the GPU that keeps most.</summary>
    private static long TokenBytes(LogRun run) => ModelShard.Of(run.Model, run.Placement).Max(shard => run.Model.Layers
        .Where(group => group is FullAttention or LatentAttention or CompressedAttention)
        .Sum(group => checked(shard.CountOf(group) * group.TokenBytes(run.KvPrecision, run.Placement.TensorParallel))));

    private static string Gib(decimal value) => NumberText.AsWritten(decimal.Round(value, 4));
}
