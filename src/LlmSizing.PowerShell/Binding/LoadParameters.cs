using System;

namespace LlmSizing.Commands;

/// <summary>Requests that arrive in a second.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequestsPerSecondAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public RequestsPerSecondAttribute() : base(Limits.RequestsPerSecond, "20")
    {
    }
}

/// <summary>Seconds between an answer and the session's next request.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ThinkTimeSecondsAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ThinkTimeSecondsAttribute() : base(Limits.ThinkTimeSeconds, "30")
    {
    }
}

/// <summary>Requests of a session.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TurnsPerSessionAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public TurnsPerSessionAttribute() : base(Limits.TurnsPerSession, "8")
    {
    }
}

/// <summary>A latency that is promised, in ms.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SloMsAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SloMsAttribute() : base(Limits.SloMs, "500")
    {
    }
}

/// <summary>Share of the requests that keep what is promised.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SloPercentileAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SloPercentileAttribute() : base(Limits.SloPercentile, "0.95")
    {
    }
}

/// <summary>Share of the time that a node is up.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NodeAvailabilityAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public NodeAvailabilityAttribute() : base(Limits.NodeAvailability, "0.999")
    {
    }
}
