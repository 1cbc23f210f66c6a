namespace LlmSizing;

/// <summary>The normal distribution; a draw may be negative.</summary>
public sealed class NormalDistribution : Distribution
{
    private readonly double deviation;

    internal NormalDistribution(decimal mean, decimal deviation)
        : base($"normal({NumberText.AsWritten(mean)},{NumberText.AsWritten(deviation)})")
    {
        Mean = PortableMath.ToDouble(mean);
        this.deviation = PortableMath.ToDouble(deviation);
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Quantile(double probability) => Mean + (deviation * PortableMath.NormalQuantile(probability));
}
