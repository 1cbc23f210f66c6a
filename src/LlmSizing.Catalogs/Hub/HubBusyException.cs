using System;

namespace LlmSizing;

/// <summary>An answer that may be better at the next try.</summary>
internal sealed class HubBusyException : Exception
{
    public HubBusyException(string message, TimeSpan? retryAfter = null) : base(message) => RetryAfter = retryAfter;

    public TimeSpan? RetryAfter { get; }
}
