using System;
using System.Collections.Generic;
using System.Linq;

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
    private readonly double collectiveSeconds;

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
        foreach (Collective collective in shape.Collectives)
        {
            collectiveSeconds += collective.Times * tuning.Seconds(TuningConstants.Collective);
        }
        fixedSeconds = tuning.Seconds(TuningConstants.Step) + (shape.Layers * tuning.Seconds(TuningConstants.Layer)) + (shape.ExpertLayers * tuning.Seconds(TuningConstants.ExpertLayer))
            + (shape.StateLayers * tuning.Seconds(TuningConstants.StateLayer)) + (shape.LatentLayers * tuning.Seconds(TuningConstants.LatentLayer)) + collectiveSeconds;
        prefillSeconds = tuning.Seconds(TuningConstants.PrefillStep) + (shape.Layers * tuning.Seconds(TuningConstants.PrefillLayer));
        tokenSeconds = shape.Layers * (double)shape.Hidden * tuning.Seconds(TuningConstants.Activation);
        sequenceSeconds = tuning.Seconds(TuningConstants.Sequence);
    }

    internal EngineTuning Tuning => tuning;

    internal double Peak16 => shape.Peak16;

    internal double Bandwidth => shape.Bandwidth;

    internal long Layers => shape.Layers;

    /// <summary>Whether attention ranks compute the experts together.</summary>
    internal bool IsRanked => shape.ExpertRanks > 1;

    /// <summary>The same placed model by another tuning; its shape is not computed again.</summary>
    internal StepTimes With(EngineTuning other) => new(shape, other, MaxPrefillTokens);

    /// <summary>Most prompt tokens of one step: max_num_batched_tokens, chunked_prefill_size.</summary>
    public long MaxPrefillTokens { get; }

    /// <summary>Seconds of a step; 0 for one without tokens.</summary>
    public double Seconds(in StepLoad load)
    {
        if (load.Tokens == 0)
        {
            return 0;
        }
        double seconds = LaunchSeconds(load);
        foreach (LinearWork work in shape.Dense)
        {
            seconds += Math.Max(Compute(work, load.Tokens), Memory(work.Bytes, TuningConstants.WeightBandwidth));
        }
        foreach (LinearWork work in shape.Head)
        {
            seconds += Math.Max(Compute(work, load.SampledTokens), Memory(work.Bytes, TuningConstants.WeightBandwidth));
        }
        return seconds + ExpertSeconds(load.Tokens) + AttentionSeconds(load) + CommunicationSeconds(load.Tokens);
    }

    /// <summary>The same step part by part.</summary>
    public StepBreakdown Explain(in StepLoad load)
    {
        var parts = new List<StepComponent>();
        if (load.Tokens > 0)
        {
            long tokens = load.Tokens;
            double sampled = load.SampledTokens;
            parts.AddRange(shape.Dense.Select(work => Part(work, tokens)));
            parts.AddRange(shape.Head.Select(work => Part(work, sampled)));
            double distinct = DistinctExperts(tokens * shape.ExpertRanks), products = ExpertProducts(tokens);
            parts.AddRange(shape.Experts.Select(work => new StepComponent(
                work.Component, 2 * products * work.Elements, distinct * work.Bytes, ExpertCompute(work, products), Memory(distinct * work.Bytes, TuningConstants.ExpertBandwidth))));
            foreach (AttentionWork work in shape.Attention)
            {
                (double flops, double bytes, double prefillFlops) = Of(work, load);
                parts.Add(new StepComponent("cache", flops, bytes, flops / AttentionPeak, Memory(bytes, TuningConstants.CacheBandwidth)));
                parts.Add(new StepComponent("prompt_attention", prefillFlops, 0, prefillFlops / AttentionPeak, 0));
            }
            parts.AddRange(shape.Collectives.Select(collective => new StepComponent(
                collective.Name, 0, collective.Times * tokens * collective.BytesPerToken, 0, 0, CommunicationSeconds(collective, tokens) + (collective.Times * tuning.Seconds(TuningConstants.Collective)))));
            parts.Add(new StepComponent("launch", 0, 0, 0, 0, 0, LaunchSeconds(load) - collectiveSeconds));
        }
        return new StepBreakdown(parts.Where(part => part.Seconds > 0).DefaultIfEmpty(new StepComponent("launch", 0, 0, 0, 0)).ToArray());
    }

    private StepComponent Part(LinearWork work, double tokens) => new(
        work.Component, 2 * tokens * work.Elements, work.Bytes, Compute(work, tokens), Memory(work.Bytes, TuningConstants.WeightBandwidth));

    private double LaunchSeconds(in StepLoad load) =>
        fixedSeconds + (load.PrefillTokens > 0 ? prefillSeconds : 0) + (load.Tokens * tokenSeconds) + (load.DecodeSequences * sequenceSeconds);

    /// <summary>Routed experts of a layer that a batch reaches: E (1 - (1 - k / E)^tokens).</summary>
    internal double DistinctExperts(double tokens)
    {
        if (shape.NumExperts == 0)
        {
            return 0;
        }
        double missed = PortableMath.Power(1 - ((double)shape.ExpertsPerToken / shape.NumExperts), (long)tokens);
        return shape.NumExperts * (1 - missed) / shape.Placement.ExpertParallel;
    }

    private double ExpertSeconds(long tokens)
    {
        if (shape.Experts.Count == 0)
        {
            return 0;
        }
        double distinct = DistinctExperts(tokens * shape.ExpertRanks);
        double products = ExpertProducts(tokens);
        double seconds = 0;
        foreach (LinearWork work in shape.Experts)
        {
            seconds += Math.Max(ExpertCompute(work, products), Memory(distinct * work.Bytes, TuningConstants.ExpertBandwidth));
        }
        return seconds;
    }

    // Tokens times experts on the busiest GPU of the group.
    private double ExpertProducts(long tokens)
    {
        double busiest = shape.Placement.ExpertParallel > 1 ? 1 + tuning[TuningConstants.Imbalance] : 1;
        return (double)tokens * shape.ExpertRanks * shape.ExpertsPerToken / shape.Placement.ExpertParallel * busiest;
    }

    private double ExpertCompute(LinearWork work, double products) => Compute(work, products) / tuning[TuningConstants.ExpertCompute];

    private double AttentionSeconds(in StepLoad load)
    {
        double seconds = 0;
        foreach (AttentionWork work in shape.Attention)
        {
            (double flops, double bytes, double prefillFlops) = Of(work, load);
            seconds += Math.Max(flops / AttentionPeak, Memory(bytes, TuningConstants.CacheBandwidth)) + (prefillFlops / AttentionPeak);
        }
        return seconds;
    }

    private double AttentionPeak => shape.Peak16 * tuning[TuningConstants.AttentionCompute];

    private static (double Flops, double Bytes, double PrefillFlops) Of(AttentionWork work, in StepLoad load)
    {
        double context = load.DecodeSequences == 0 ? 0 : load.DecodeContext / load.DecodeSequences;
        double read = work.TokensRead(context);
        double bytes = load.DecodeSequences * ((read * work.TokenBytes) + (context * work.IndexBytes) + work.SequenceBytes);
        return ((load.DecodeSequences + load.DraftTokens) * read * work.DecodeFlops, bytes, (work.Pairs(load) * work.PrefillFlops) + (load.Tokens * work.TokenFlops));
    }

    private double CommunicationSeconds(long tokens)
    {
        double seconds = 0;
        foreach (Collective collective in shape.Collectives)
        {
            seconds += CommunicationSeconds(collective, tokens);
        }
        return seconds;
    }

    private double CommunicationSeconds(Collective collective, long tokens) =>
        collective.Times * tokens * collective.BytesPerToken / (collective.Bandwidth * tuning[TuningConstants.LinkBandwidth]);

    private double Compute(LinearWork work, double tokens)
    {
        double share = tuning[work.Bits switch
        {
            4 => TuningConstants.Compute4,
            8 => TuningConstants.Compute8,
            _ => TuningConstants.Compute16,
        }];
        return 2 * tokens * work.Elements / (shape.Peak(work.Bits) * (work.IsWidened ? share * tuning[TuningConstants.WeightOnly] : share));
    }

    private double Memory(double bytes, TuningConstant share) => bytes / (shape.Bandwidth * tuning[share]);
}
