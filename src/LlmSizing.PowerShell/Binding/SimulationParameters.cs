using System;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Requests that come in a second.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SimulatedRateAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SimulatedRateAttribute() : base(SimulationLimits.Rate, "20")
    {
    }
}

/// <summary>Users of a closed loop.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SimulatedUsersAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SimulatedUsersAttribute() : base(SimulationLimits.Users, "64")
    {
    }
}

/// <summary>Replicas of a simulation.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SimulatedReplicasAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SimulatedReplicasAttribute() : base(SimulationLimits.Replicas, "2")
    {
    }
}

/// <summary>The seed of chance.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SimulationSeedAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SimulationSeedAttribute() : base(SimulationLimits.Seed, "1")
    {
    }
}

/// <summary>One number of a simulation, in the range of that name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SimulationNumberAttribute : StrictNumberAttribute
{
    private readonly bool isWhole;

    /// <summary>Creates the attribute.</summary>
    /// <param name="range">The range's name: Requests, DurationSeconds, WarmupRequests, PrefillReplicas, PrefixCacheHitRatio, ThinkTimeSeconds, LatencyMs.</param>
    /// <param name="example">A number to write.</param>
    public SimulationNumberAttribute(string range, string example) : base(RangeOf(range), example) => isWhole = range is "Requests" or "WarmupRequests" or "PrefillReplicas" or "EffectiveContext";

    private protected override string Kind => isWhole ? "a whole number" : "a number";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object?[] items = Items(inputData);
        decimal number = items.Length == 1 ? Read(items[0]) : throw Refused($"There are {items.Length} numbers");
        if (!isWhole)
        {
            return decimal.Round(number, Billionths.Places) == number ? number : throw Refused($"{NumberText.AsWritten(number)} has more than nine decimals");
        }
        return decimal.Truncate(number) == number ? (object)(long)number : throw Refused($"{NumberText.AsWritten(number)} is not whole");
    }

    private static NumberRange RangeOf(string name) => name switch
    {
        "Requests" => SimulationLimits.Requests,
        "DurationSeconds" => SimulationLimits.Seconds,
        "WarmupRequests" => SimulationLimits.WarmupRequests,
        "PrefillReplicas" => SimulationLimits.PrefillReplicas,
        "PrefixCacheHitRatio" => SimulationLimits.PrefixCacheHitRatio,
        "ThinkTimeSeconds" => SimulationLimits.ThinkTimeSeconds,
        "LatencyMs" => SimulationLimits.LatencyMs,
        "EffectiveContext" => Limits.EffectiveContext,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}

/// <summary>Tokens of a request: whole numbers, or distributions such as lognormal(1200,0.8); the property is an array of <see cref="Distribution"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SimulatedTokensAttribute : StrictNumberAttribute
{
    private readonly string name;

    /// <summary>Creates the attribute.</summary>
    /// <param name="name">The parameter's name, for the error.</param>
    public SimulatedTokensAttribute(string name) : base(new NumberRange(name, 1, 1_000_000_000, "tokens"), "1200, or lognormal(1200,0.8)") => this.name = name;

    private protected override string Kind => "a whole number or a distribution";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Array.ConvertAll(Items(inputData), Distributed);

    private Distribution Distributed(object? input)
    {
        object? value = input is PSObject wrapped ? wrapped.BaseObject : input;
        if (value is Distribution given)
        {
            return given;
        }
        if (value is string text && text.IndexOf('(') > 0)
        {
            try
            {
                return Distribution.Parse(text, name);
            }
            catch (SizingException error)
            {
                throw Refused(error.Message.TrimEnd('.'));
            }
        }
        decimal number = Read(input);
        return decimal.Truncate(number) == number ? Distribution.Parse(NumberText.AsWritten(number), name) : throw Refused($"{NumberText.AsWritten(number)} is not whole");
    }
}
