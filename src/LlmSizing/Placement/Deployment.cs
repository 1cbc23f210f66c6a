namespace LlmSizing;

/// <summary>How a model is served: engine, settings and the storage of the weights. What does not depend on the server or the load.</summary>
public sealed class Deployment
{
    /// <summary>Creates the deployment.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="engineVersion">Its version; the newest known when null.</param>
    /// <param name="calibration">Measured constants of the engine; null for one that needs none.</param>
    /// <param name="quantization">How the weights are stored; as they are published when null.</param>
    public Deployment(Engine engine, EngineVersion? engineVersion = null, Calibration? calibration = null, Quantization? quantization = null)
    {
        Engine = engine;
        EngineVersion = engineVersion ?? engine.NewestVersion;
        Calibration = calibration;
        Quantization = quantization ?? QuantizationList.All[0];
    }

    /// <summary>The engine.</summary>
    public Engine Engine { get; }

    /// <summary>Its version.</summary>
    public EngineVersion EngineVersion { get; }

    /// <summary>Measured constants of the engine, or null.</summary>
    public Calibration? Calibration { get; }

    /// <summary>How the weights are stored.</summary>
    public Quantization Quantization { get; }

    /// <summary>Engine, version and quantisation.</summary>
    public override string ToString() => $"{Engine.Name} {EngineVersion}, {Quantization.Name}";

    /// <summary>The settings for sessions of a context: no longer sequence is admitted than is planned for.</summary>
    internal EngineSettings SettingsFor(SessionKvCache cache) =>
        new(engineVersion: EngineVersion, maxModelLength: cache.EffectiveContext, kvPrecision: cache.Precision);
}
