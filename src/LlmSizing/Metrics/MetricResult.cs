namespace LlmSizing;

/// <summary>A metric of one scenario, flat, for tables, filters and files.</summary>
public sealed class MetricResult
{
    /// <summary>Creates the result.</summary>
    public MetricResult(string model, string? server, string? scenario, string metric, object? value, long? bytes, string unit, string display, Rationale rationale)
    {
        Model = model;
        Server = server;
        Scenario = scenario;
        Metric = metric;
        Value = value;
        Bytes = bytes;
        Unit = unit;
        Display = display;
        Rationale = rationale;
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The server's name, or null for a metric of the model alone.</summary>
    public string? Server { get; }

    /// <summary>The scenario's name, or null for a metric of the model alone.</summary>
    public string? Scenario { get; }

    /// <summary>The metric's id.</summary>
    public string Metric { get; }

    /// <summary>A <see cref="double"/> in GiB, a <see cref="long"/> count, a <see cref="decimal"/> of power or money, or null where the request cannot be met or something is not known.</summary>
    public object? Value { get; }

    /// <summary>The exact bytes of a GiB metric; null for a count.</summary>
    public long? Bytes { get; }

    /// <summary>GiB, sessions, nodes, kW, the currency and the like.</summary>
    public string Unit { get; }

    /// <summary>The number as the report shows it.</summary>
    public string Display { get; }

    /// <summary>Formula, inputs and interpretation.</summary>
    public Rationale Rationale { get; }

    /// <summary><c>kv_per_session_gib: 0.75 GiB</c>.</summary>
    public override string ToString() => Metric + ": " + Display;
}
