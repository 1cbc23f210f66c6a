namespace LlmSizing;

/// <summary>Every number of an interval equally likely.</summary>
public sealed class UniformDistribution : Distribution
{
    private readonly double least;
    private readonly double most;

    internal UniformDistribution(decimal least, decimal most)
        : base($"uniform({NumberText.AsWritten(least)},{NumberText.AsWritten(most)})")
    {
        this.least = PortableMath.ToDouble(least);
        this.most = PortableMath.ToDouble(most);
    }

    /// <inheritdoc/>
    public override double Mean => least + ((most - least) / 2);

    /// <inheritdoc/>
    public override double Quantile(double probability) => least + ((most - least) * probability);
}
