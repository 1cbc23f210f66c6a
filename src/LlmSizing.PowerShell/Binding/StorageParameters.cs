using System;

namespace LlmSizing.Commands;

/// <summary>Seconds that a start may take.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaxLoadSecondsAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public MaxLoadSecondsAttribute() : base(Limits.MaxLoadSeconds, "120")
    {
    }
}

/// <summary>Seconds of the engine's own start.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InitSecondsAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public InitSecondsAttribute() : base(Limits.InitSeconds, "45")
    {
    }
}

/// <summary>GB/s of the network of a node to its storage.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StorageNicGbSAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public StorageNicGbSAttribute() : base(Limits.StorageNicGbS, "25")
    {
    }
}

/// <summary>KiB of one read.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReadBlockKibAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ReadBlockKibAttribute() : base(Limits.ReadBlockKib, "1024")
    {
    }
}

/// <summary>Versions of the model that are kept.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ModelVersionsAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ModelVersionsAttribute() : base(Limits.ModelVersions, "3")
    {
    }
}

/// <summary>Share added to the versions.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VersionMarginRatioAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public VersionMarginRatioAttribute() : base(Limits.VersionMarginRatio, "0.2")
    {
    }
}

/// <summary>GB of logs in a day.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LogGbPerDayAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public LogGbPerDayAttribute() : base(Limits.LogGbPerDay, "10")
    {
    }
}

/// <summary>Days that logs are kept.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RetentionDaysAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public RetentionDaysAttribute() : base(Limits.RetentionDays, "30")
    {
    }
}

/// <summary>Checkpoints that are kept.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CheckpointCountAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public CheckpointCountAttribute() : base(Limits.CheckpointCount, "2")
    {
    }
}

/// <summary>Nodes that load at the same time.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RollingUpdateNodesAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public RollingUpdateNodesAttribute() : base(Limits.RollingUpdateNodes, "2")
    {
    }
}
