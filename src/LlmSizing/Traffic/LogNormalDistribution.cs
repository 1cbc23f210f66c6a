namespace LlmSizing;

/// <summary>The log-normal distribution: the median times e^(sigma z) with z standard normal. Lengths of prompts and answers are close to it.</summary>
public sealed class LogNormalDistribution : Distribution
{
    private readonly double median;
    private readonly double sigma;

    internal LogNormalDistribution(decimal median, decimal sigma)
        : base($"lognormal({NumberText.AsWritten(median)},{NumberText.AsWritten(sigma)})")
    {
        this.median = PortableMath.ToDouble(median);
        this.sigma = PortableMath.ToDouble(sigma);
    }

    /// <inheritdoc/>
    public override double Mean => median * PortableMath.Exp(sigma * sigma / 2);

    /// <inheritdoc/>
    public override double Quantile(double probability) => median * PortableMath.Exp(sigma * PortableMath.NormalQuantile(probability));
}
