namespace LlmSizing;

/// <summary>The exponential distribution: times between arrivals that know nothing of each other.</summary>
public sealed class ExponentialDistribution : Distribution
{
    internal ExponentialDistribution(decimal mean)
        : base($"exponential({NumberText.AsWritten(mean)})") => Mean = PortableMath.ToDouble(mean);

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Quantile(double probability) => -Mean * PortableMath.Log(1 - probability);
}
