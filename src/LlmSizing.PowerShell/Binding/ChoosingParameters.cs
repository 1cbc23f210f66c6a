using System;

namespace LlmSizing.Commands;

/// <summary>Share by which the load grows each month.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GrowthPerMonthAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public GrowthPerMonthAttribute() : base(ChoosingLimits.GrowthPerMonth, "0.08")
    {
    }
}

/// <summary>Months after month 0.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MonthsAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public MonthsAttribute() : base(ChoosingLimits.Months, "24")
    {
    }
}

/// <summary>Nodes that are there already.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OwnedNodesAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public OwnedNodesAttribute() : base(ChoosingLimits.OwnedNodes, "4")
    {
    }
}

/// <summary>Nodes of a fleet.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NodesAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public NodesAttribute() : base(ChoosingLimits.Nodes, "4")
    {
    }
}

/// <summary>Share by which an input changes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChangeAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ChangeAttribute() : base(ChoosingLimits.Change, "0.1")
    {
    }
}

/// <summary>Share by which inputs are uncertain.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UncertaintyAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public UncertaintyAttribute() : base(ChoosingLimits.Uncertainty, "0.2")
    {
    }
}

/// <summary>Draws of an uncertain load.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DrawsAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public DrawsAttribute() : base(ChoosingLimits.Draws, "100000")
    {
    }
}

/// <summary>The seed of draws.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SeedAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SeedAttribute() : base(ChoosingLimits.Seed, "1")
    {
    }
}

/// <summary>Share of the users with a session at the same time.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ActiveShareAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ActiveShareAttribute() : base(ChoosingLimits.ActiveShare, "0.1")
    {
    }
}

/// <summary>Seconds from a request to its last token.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ResponseSecondsAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ResponseSecondsAttribute() : base(ChoosingLimits.ResponseSeconds, "20")
    {
    }
}

/// <summary>Seconds between an answer and the next request.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ThinkSecondsAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ThinkSecondsAttribute() : base(ChoosingLimits.ThinkTimeSeconds, "60")
    {
    }
}
