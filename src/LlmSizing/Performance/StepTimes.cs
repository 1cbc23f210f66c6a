using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>How long a step of an engine takes on a placed model: a roofline of every part, at the share of the datasheet that the engine reaches, and its fixed costs.</summary>
/// <remarks>
/// The time of a part is the larger of its FLOPs over the peak and its bytes over the memory bandwidth (Williams, Waterman, Patterson 2009); communication is not hidden.
/// Only + − × ÷ are used, so that a simulation gives the same bits on every machine and runtime.
/// </remarks>
public sealed class StepTimes
{
    private readonly StepShape shape;
    private readonly EngineTuning tuning;
    private readonly double fixedSeconds;
    private readonly double prefillSeconds;
    private readonly double tokenSeconds;
    private readonly double sequenceSeconds;

    /// <summary>Prepares the times.</summary>
    /// <param name="plan">Model, server, engine and placement.</param>
    /// <param name="tuning">What the engine reaches of the datasheet.</param>
    /// <exception cref="SizingException">The server does not say a number that is needed.</exception>
    public StepTimes(NodePlan plan, EngineTuning tuning)
        : this(new StepShape(plan), tuning, plan.MaxBatchedTokens)
    {
    }

    internal StepTimes(StepShape shape, EngineTuning tuning, long maxPrefillTokens)
    {
        this.shape = shape;
        this.tuning = tuning;
        MaxPrefillTokens = maxPrefillTokens;
        double collectives = 0;
        foreach (Collective collective in shape.Collectives)
        {
            collectives += collective.Times * tuning.Seconds(TuningConstants.Collective);
        }
        fixedSeconds = tuning.Seconds(TuningConstants.Step) + (shape.Layers * tuning.Seconds(TuningConstants.Layer)) + (shape.ExpertLayers * tuning.Seconds(TuningConstants.ExpertLayer))
            + (shape.StateLayers * tuning.Seconds(TuningConstants.StateLayer)) + (shape.LatentLayers * tuning.Seconds(TuningConstants.LatentLayer)) + collectives;
        prefillSeconds = tuning.Seconds(TuningConstants.PrefillStep) + (shape.Layers * tuning.Seconds(TuningConstants.PrefillLayer));
        tokenSeconds = shape.Layers * (double)shape.Hidden * tuning.Seconds(TuningConstants.Activation);
        sequenceSeconds = tuning.Seconds(TuningConstants.Sequence);
    }

    internal EngineTuning Tuning => tuning;

    /// <summary>Most prompt tokens of one step: max_num_batched_tokens, chunked_prefill_size.</summary>
    public long MaxPrefillTokens { get; }

    /// <summary>Seconds of a step; 0 for one without tokens.</summary>
    public double Seconds(in StepLoad load)
    {
        if (load.Tokens == 0)
        {
            return 0;
        }
        double seconds = fixedSeconds + (load.PrefillTokens > 0 ? prefillSeconds : 0) + (load.Tokens * tokenSeconds) + (load.DecodeSequences * sequenceSeconds);
        foreach (LinearWork work in shape.Dense)
        {
            seconds += Larger(Compute(work.Bits, 2 * load.Tokens * work.Elements), Memory(work.Bytes, TuningConstants.WeightBandwidth));
        }
        double sampled = load.DecodeSequences + (load.PrefillTokens > 0 ? 1 : 0);
        foreach (LinearWork work in shape.Head)
        {
            seconds += Larger(Compute(work.Bits, 2 * sampled * work.Elements), Memory(work.Bytes, TuningConstants.WeightBandwidth));
        }
        return seconds + ExpertSeconds(load.Tokens) + AttentionSeconds(load) + CommunicationSeconds(load.Tokens);
    }

    /// <summary>Routed experts of a layer that a batch reaches: E (1 - (1 - k / E)^tokens).</summary>
    internal double DistinctExperts(double tokens)
    {
        if (shape.NumExperts == 0)
        {
            return 0;
        }
        double missed = Power(1 - ((double)shape.ExpertsPerToken / shape.NumExperts), (long)tokens);
        return shape.NumExperts * (1 - missed) / shape.Placement.ExpertParallel;
    }

    private double ExpertSeconds(long tokens)
    {
        if (shape.Experts.Count == 0)
        {
            return 0;
        }
        long group = tokens * shape.ExpertRanks;
        double distinct = DistinctExperts(group);
        double busiest = shape.Placement.ExpertParallel > 1 ? 1 + tuning[TuningConstants.Imbalance] : 1;
        double products = (double)group * shape.ExpertsPerToken / shape.Placement.ExpertParallel * busiest;
        double seconds = 0;
        foreach (LinearWork work in shape.Experts)
        {
            seconds += Larger(Compute(work.Bits, 2 * products * work.Elements) / tuning[TuningConstants.ExpertCompute], Memory(distinct * work.Bytes, TuningConstants.ExpertBandwidth));
        }
        return seconds;
    }

    private double AttentionSeconds(in StepLoad load)
    {
        double context = load.DecodeSequences == 0 ? 0 : load.DecodeContext / load.DecodeSequences;
        double peak = shape.Peak16 * tuning[TuningConstants.AttentionCompute];
        double seconds = 0;
        foreach (AttentionWork work in shape.Attention)
        {
            double read = work.TokensRead(context);
            double bytes = load.DecodeSequences * ((read * work.TokenBytes) + (context * work.IndexBytes) + work.SequenceBytes);
            double flops = load.DecodeSequences * read * work.DecodeFlops;
            seconds += Larger(flops / peak, Memory(bytes, TuningConstants.CacheBandwidth));
            seconds += ((work.Pairs(load) * work.PrefillFlops) + (load.Tokens * work.TokenFlops)) / peak;
        }
        return seconds;
    }

    private double CommunicationSeconds(long tokens)
    {
        double seconds = 0;
        foreach (Collective collective in shape.Collectives)
        {
            seconds += collective.Times * tokens * collective.BytesPerToken / (collective.Bandwidth * tuning[TuningConstants.LinkBandwidth]);
        }
        return seconds;
    }

    private double Compute(int bits, double flops) => flops / (shape.Peak(bits) * tuning[bits switch
    {
        4 => TuningConstants.Compute4,
        8 => TuningConstants.Compute8,
        _ => TuningConstants.Compute16,
    }]);

    private double Memory(double bytes, TuningConstant share) => bytes / (shape.Bandwidth * tuning[share]);

    private static double Larger(double compute, double memory) => Math.Max(compute, memory);

    // By squaring: Math.Pow differs in its last bits between runtimes.
    private static double Power(double number, long exponent)
    {
        double result = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1)
            {
                result *= number;
            }
            number *= number;
        }
        return result;
    }
}
