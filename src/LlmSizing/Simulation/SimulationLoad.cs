using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The requests of a simulation: how they come and how long they are.</summary>
public sealed class SimulationLoad
{
    private readonly Distribution? input;
    private readonly Distribution? output;
    private readonly Distribution? think;
    private readonly IEnumerable<TraceRequest>? trace;

    private SimulationLoad(string kind, decimal? requestsPerSecond, long? concurrency, Distribution? input, Distribution? output, Distribution? think, IEnumerable<TraceRequest>? trace)
    {
        Kind = kind;
        RequestsPerSecond = requestsPerSecond;
        Concurrency = concurrency;
        this.input = input;
        this.output = output;
        this.think = think;
        this.trace = trace;
    }

    /// <summary>poisson, fixed, closed or trace.</summary>
    public string Kind { get; }

    /// <summary>Requests that come in a second; null for a closed loop and for a trace.</summary>
    public decimal? RequestsPerSecond { get; }

    /// <summary>Users of a closed loop; null for the others.</summary>
    public long? Concurrency { get; }

    /// <summary>Tokens of prompts; null for a trace.</summary>
    public string? InputTokens => input?.ToString();

    /// <summary>Tokens of answers; null for a trace.</summary>
    public string? OutputTokens => output?.ToString();

    /// <summary>Seconds between an answer and the user's next request; null where there are none.</summary>
    public string? ThinkTimeSeconds => think?.ToString();

    /// <summary>Tokens of a mean request, prompt and answer; null for a trace.</summary>
    public long? MeanTokens => input is null || output is null ? null : (long)Math.Min(1e9, Math.Ceiling(Math.Max(1, input.Mean) + Math.Max(1, output.Mean)));

    /// <summary>Requests that come whether or not others are answered.</summary>
    /// <param name="requestsPerSecond">Their rate, above 0.</param>
    /// <param name="input">Tokens of a prompt; draws are rounded and 1 at least.</param>
    /// <param name="output">Tokens of an answer; draws are rounded and 1 at least.</param>
    /// <param name="isPoisson">Whether they know nothing of each other; else they come with a beat.</param>
    /// <exception cref="SizingException">The rate is out of its range.</exception>
    public static SimulationLoad Open(decimal requestsPerSecond, Distribution input, Distribution output, bool isPoisson = true) =>
        new(isPoisson ? "poisson" : "fixed", SimulationLimits.Rate.Check(requestsPerSecond), null, input, output, null, null);

    /// <summary>Users who wait for each answer: a fixed number of them.</summary>
    /// <param name="concurrency">Users.</param>
    /// <param name="input">Tokens of a prompt; draws are rounded and 1 at least.</param>
    /// <param name="output">Tokens of an answer; draws are rounded and 1 at least.</param>
    /// <param name="thinkSeconds">Seconds before the next request of a user, the first one included; none when null.</param>
    /// <exception cref="SizingException">The number of users is out of its range.</exception>
    public static SimulationLoad Closed(long concurrency, Distribution input, Distribution output, Distribution? thinkSeconds = null) =>
        new("closed", null, SimulationLimits.Users.Check(concurrency), input, output, thinkSeconds, null);

    /// <summary>The requests of a trace, which is read once, as they come; those without a token in or out are left out.</summary>
    /// <param name="trace">The requests in the order of their arrival; one that is out of order comes with the one before it.</param>
    public static SimulationLoad Trace(IEnumerable<TraceRequest> trace) => new("trace", null, null, null, null, null, trace);

    /// <summary>How they come.</summary>
    public override string ToString() => Kind switch
    {
        "trace" => Kind,
        "closed" => $"closed({NumberText.Plain(Concurrency!.Value)})",
        _ => $"{Kind}({NumberText.AsWritten(RequestsPerSecond!.Value)})",
    };

    internal ArrivalSource Source(long seed, long requests, long until) => Kind switch
    {
        "trace" => new TraceArrivals(trace!, requests, until),
        "closed" => new ClosedArrivals((int)Concurrency!.Value, think, new LengthSource(input!, output!, seed), seed, requests, until),
        _ => new OpenArrivals(PortableMath.ToDouble(RequestsPerSecond!.Value), Kind == "poisson", new LengthSource(input!, output!, seed), seed, requests, until),
    };
}
