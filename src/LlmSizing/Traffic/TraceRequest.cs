using System.Collections.Generic;

namespace LlmSizing;

/// <summary>One request of a trace: when it came, and how many tokens went in and out.</summary>
public readonly struct TraceRequest
{
    /// <summary>Creates the request.</summary>
    /// <param name="arrivalSeconds">Seconds from the start of the trace, finite.</param>
    /// <param name="inputTokens">Tokens of the prompt, 0 or more.</param>
    /// <param name="outputTokens">Tokens of the answer, 0 or more.</param>
    /// <param name="prefixHashes">Ids of the prompt's blocks from its first on, or null where the trace has none.</param>
    /// <exception cref="SizingException">A number outside its range.</exception>
    public TraceRequest(double arrivalSeconds, long inputTokens, long outputTokens, IReadOnlyList<long>? prefixHashes = null)
    {
        bool isFinite = !double.IsNaN(arrivalSeconds) && !double.IsInfinity(arrivalSeconds);
        ArrivalSeconds = isFinite ? arrivalSeconds : throw new SizingException("ArrivalSeconds", "The arrival of a request is no number of seconds.");
        InputTokens = TokensPerRequest.Check(inputTokens);
        OutputTokens = TokensPerRequest.Check(outputTokens);
        PrefixHashes = prefixHashes;
    }

    /// <summary>Tokens of one prompt or answer: 0 to 10^9.</summary>
    public static NumberRange TokensPerRequest { get; } = new("TokensPerRequest", 0, 1_000_000_000, "tokens");

    /// <summary>Seconds from the start of the trace.</summary>
    public double ArrivalSeconds { get; }

    /// <summary>Tokens of the prompt.</summary>
    public long InputTokens { get; }

    /// <summary>Tokens of the answer; 0 where the request failed.</summary>
    public long OutputTokens { get; }

    /// <summary>Ids of the prompt's blocks from its first on: two requests share a prefix as far as their ids agree. Null where the trace has none.</summary>
    public IReadOnlyList<long>? PrefixHashes { get; }
}
