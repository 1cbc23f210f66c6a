namespace LlmSizing.Commands;

/// <summary>A calibration, by name or as an object.</summary>
public sealed class CalibrationReference : EntryReference<Calibration>
{
    /// <summary>By name.</summary>
    public CalibrationReference(string name) : base(name)
    {
    }

    /// <summary>By object: a <see cref="Calibration"/>, or a record with a property Calibration.</summary>
    public CalibrationReference(object value) : base(value, "Calibration", isOptional: true)
    {
    }
}
