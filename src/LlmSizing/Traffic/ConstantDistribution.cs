namespace LlmSizing;

/// <summary>A number that does not vary.</summary>
public sealed class ConstantDistribution : Distribution
{
    internal ConstantDistribution(decimal value)
        : base(NumberText.AsWritten(value)) => Mean = PortableMath.ToDouble(value);

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Quantile(double probability) => Mean;
}
