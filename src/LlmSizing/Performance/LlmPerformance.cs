using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>How fast a replica serves so many requests at the same time: times, throughput, what bounds them, and how sure that is.</summary>
public sealed class LlmPerformance
{
    private readonly Texts texts;
    private readonly SteadyState state;
    private readonly SteadyState best;
    private readonly PerformancePlan plan;
    private readonly bool isInclusive;

    /// <summary>Predicts.</summary>
    /// <param name="plan">The placed model and the tuning of its engine.</param>
    /// <param name="concurrency">Requests at the same time on the replica; shared evenly by its attention ranks.</param>
    /// <param name="inputTokens">Tokens of a prompt.</param>
    /// <param name="outputTokens">Tokens that are generated.</param>
    /// <param name="prefixCacheHitRatio">Share of the prompt that a prefix cache holds, 0 to 1.</param>
    /// <param name="speculation">How tokens are drafted, or null without.</param>
    /// <param name="isInclusive">TPOT by the convention that counts the first token as well.</param>
    /// <param name="texts">The language of the rationale.</param>
    /// <exception cref="SizingException">A number is out of its range, or not one request fits.</exception>
    public LlmPerformance(
        PerformancePlan plan, long concurrency, long inputTokens, long outputTokens, decimal prefixCacheHitRatio, Speculation? speculation, bool isInclusive, Texts texts)
    {
        this.plan = plan;
        this.texts = texts;
        this.isInclusive = isInclusive;
        Concurrency = Limits.Concurrency.Check(concurrency);
        PrefixCacheHitRatio = Limits.PrefixCacheHitRatio.Check(prefixCacheHitRatio);
        long longest = plan.Node.Model.MaxPositionEmbeddings;
        if (outputTokens > longest || inputTokens > longest - outputTokens)
        {
            throw new SizingException("InputTokens", $"{NumberText.Plain(inputTokens)} and {NumberText.Plain(outputTokens)} tokens are more than the {NumberText.Plain(longest)} of {plan.Node.Model.Name}.");
        }
        long most = plan.MostRunning(inputTokens, outputTokens);
        if (most == 0)
        {
            throw new SizingException("Placement", $"Not one request of {NumberText.Plain(inputTokens + outputTokens)} tokens fits on {plan.Node.Placement} of {plan.Node.Server.Name}: use more GPUs, fewer tokens or a smaller KV precision.");
        }
        // The ranks share the requests: the one with the remainder is the slowest.
        long ranks = plan.Node.Placement.DataParallel;
        long own = ((concurrency - 1) / ranks) + 1;
        // The last token is always computed: its logits give the first token of the answer.
        long cached = Math.Min(inputTokens - 1, (long)(inputTokens * prefixCacheHitRatio));
        state = new SteadyState(plan.Times, own, inputTokens, outputTokens, most, cached, speculation);
        best = new SteadyState(plan.Ideal, own, inputTokens, outputTokens, most, cached, speculation);
        Breakdown = plan.Times.Explain(state.DecodeLoad);
    }

    /// <summary>The model's name.</summary>
    public string Model => plan.Node.Model.Name;

    /// <summary>The server's name.</summary>
    public string Server => plan.Node.Server.Name;

    /// <summary>The engine's name.</summary>
    public string Engine => plan.Node.Deployment.Engine.Name;

    /// <summary>How the replica lies on GPUs.</summary>
    public string Placement => plan.Node.Placement.ToString();

    /// <summary>Requests at the same time on the replica.</summary>
    public long Concurrency { get; }

    /// <summary>Tokens of a prompt.</summary>
    public long InputTokens => state.InputTokens;

    /// <summary>Tokens that are generated.</summary>
    public long OutputTokens => state.OutputTokens;

    /// <summary>Time to first token in milliseconds.</summary>
    public double TtftMs => state.TtftSeconds * 1000;

    /// <summary>Time per output token in milliseconds: after the first token, or over all of them where that was asked for.</summary>
    public double TpotMs => (isInclusive ? state.InclusiveTpotSeconds : state.TpotSeconds) * 1000;

    /// <summary>Time between two steps that give a request tokens, in milliseconds: inter-token latency; more than TPOT where a step gives more than one token.</summary>
    public double ItlMs => state.TpotSeconds * state.TokensPerStep * 1000;

    /// <summary>Time of a request in milliseconds.</summary>
    public double EndToEndMs => state.EndToEndSeconds * 1000;

    /// <summary>Output tokens per second of one request once it runs: 1 / TPOT.</summary>
    public double TokensPerSecondPerRequest => 1 / state.TpotSeconds;

    /// <summary>Output tokens per second of one GPU.</summary>
    public double TokensPerSecondPerGpu => TokensPerSecondPerReplica / plan.Node.Placement.Gpus;

    /// <summary>Output tokens per second of the replica.</summary>
    public double TokensPerSecondPerReplica => Concurrency * OutputTokens / state.EndToEndSeconds;

    /// <summary>Output tokens per second of a node full of such replicas, or of its share of one that spans nodes.</summary>
    public double TokensPerSecondPerNode => TokensPerSecondPerReplica * plan.Node.Layout.ReplicasPerNode / plan.Node.Layout.NodesPerReplica;

    /// <summary>Requests per second of the replica (Little's law).</summary>
    public double RequestsPerSecond => Concurrency / state.EndToEndSeconds;

    /// <summary>Requests that run on a rank; those beyond wait for room in the cache.</summary>
    public long RunningPerRank => state.Running;

    /// <summary>Milliseconds of a step that only decodes.</summary>
    public double DecodeStepMs => state.DecodeStepSeconds * 1000;

    /// <summary>Model FLOPs utilisation of a decode step: FLOPs over those of the GPU's 16-bit peak in its time, 0 to more than 1 with 8 or 4 bits.</summary>
    public double Mfu => Breakdown.Flops / (plan.Times.Peak16 * state.DecodeStepSeconds);

    /// <summary>Memory bandwidth utilisation of a decode step, 0 to 1.</summary>
    public double Mbu => Breakdown.MemoryBytes / (plan.Times.Bandwidth * state.DecodeStepSeconds);

    /// <summary>What most of a decode step's time goes to: memory, compute, communication or launch.</summary>
    public string Bound => Breakdown.Bound;

    /// <summary>The share of the time that does, 0 to 1.</summary>
    public double BoundShare => Breakdown.BoundShare;

    /// <summary>Time to first token of the datasheet's roofline in milliseconds: nothing is faster.</summary>
    public double IdealTtftMs => best.TtftSeconds * 1000;

    /// <summary>Time per output token of the datasheet's roofline in milliseconds, by the same convention.</summary>
    public double IdealTpotMs => (isInclusive ? best.InclusiveTpotSeconds : best.TpotSeconds) * 1000;

    /// <summary>calibrated, transferred or datasheet.</summary>
    public string Confidence => plan.Choice.Confidence;

    /// <summary>Median error of TPOT to expect in percent; null where nothing was measured.</summary>
    public decimal? TpotErrorPercent => plan.Choice.TpotErrorPercent;

    /// <summary>Median error of TTFT to expect in percent; null where nothing was measured.</summary>
    public decimal? TtftErrorPercent => plan.Choice.TtftErrorPercent;

    /// <summary>Energy of a million output tokens in kWh at the node's typical power, else its largest; null where neither is known.</summary>
    public double? EnergyKwhPerMillionTokens => (plan.Node.Server.Hardware.TypicalPowerKw ?? plan.Node.Server.Hardware.MaxPowerKw) is decimal kilowatts
        ? (double)kilowatts / (TokensPerSecondPerNode * 3600) * 1e6
        : null;

    /// <summary>Share of the prompt that a prefix cache holds.</summary>
    public decimal PrefixCacheHitRatio { get; }

    /// <summary>Seconds that a request waits for room in the cache.</summary>
    public double AdmissionSeconds => state.AdmissionSeconds;

    /// <summary>A decode step part by part.</summary>
    public StepBreakdown Breakdown { get; }

    /// <summary>The formulas, their inputs, and what the numbers mean.</summary>
    public Rationale Rationale => new(Formula, Inputs, texts.Format("performance." + Confidence, Value) + " " + texts.Format(AdmissionSeconds > 0 ? "performance.waiting" : "performance.running", Value));

    /// <summary>Model, load and times.</summary>
    public override string ToString() => $"{Model} on {Server}, {NumberText.Plain(Concurrency)} requests: TTFT {Shown(TtftMs)} ms, TPOT {Shown(TpotMs)} ms";

    private static IEnumerable<string> Formula =>
    [
        "step = sum over parts of max(flops / (peak x efficiency), bytes / (bandwidth x efficiency)) + communication + launch",
        "tpot = step / tokens_per_step + (1 - burst) x (running - 1) / output_tokens x prompt",
        "ttft = request + prompt steps + queue_steps x tpot + waiting prompts + admission",
    ];

    private IEnumerable<RationaleInput> Inputs =>
    [
        new("concurrency", Concurrency), new("input_tokens", InputTokens), new("output_tokens", OutputTokens), new("running_per_rank", RunningPerRank),
        Ms("decode_step_ms", state.DecodeStepSeconds), Ms("prompt_ms", state.PromptSeconds), new("tokens_per_step", Rounded(state.TokensPerStep)),
        Ms("ideal_tpot_ms", best.TpotSeconds), Ms("ideal_ttft_ms", best.TtftSeconds), new("bound", Bound), new("bound_share", Rounded(BoundShare)),
    ];

    private string Value(string name) => name switch
    {
        "engine" => Engine,
        "model" => Model,
        "gpu" => plan.Node.Server.Gpu ?? Server,
        "rows" => NumberText.Plain(plan.Choice.Rows),
        "tpot_error" => NumberText.AsWritten(TpotErrorPercent ?? 0),
        "ttft_error" => NumberText.AsWritten(TtftErrorPercent ?? 0),
        "bound" => texts.Get("performance.bound." + Bound),
        "share" => NumberText.Plain((long)Math.Round(BoundShare * 100)),
        "running" => NumberText.Plain(RunningPerRank),
        "seconds" => NumberText.AsWritten(Rounded(AdmissionSeconds)),
        _ => throw new ArgumentException($"No value is known for {{{name}}}.", nameof(name)),
    };

    private static RationaleInput Ms(string name, double seconds) => new(name, Rounded(seconds * 1000));

    private static string Shown(double value) => NumberText.AsWritten(Rounded(value));

    private static decimal Rounded(double value) => value < 1e24 ? Math.Round((decimal)value, 3) : decimal.MaxValue;
}
