using System;

namespace LlmSizing;

/// <summary>The triangular distribution: the least, the likeliest and the most that people can name.</summary>
public sealed class TriangularDistribution : Distribution
{
    private readonly double least;
    private readonly double likeliest;
    private readonly double most;

    internal TriangularDistribution(decimal least, decimal likeliest, decimal most)
        : base($"triangular({NumberText.AsWritten(least)},{NumberText.AsWritten(likeliest)},{NumberText.AsWritten(most)})")
    {
        this.least = PortableMath.ToDouble(least);
        this.likeliest = PortableMath.ToDouble(likeliest);
        this.most = PortableMath.ToDouble(most);
    }

    /// <inheritdoc/>
    public override double Mean => (least + likeliest + most) / 3;

    /// <inheritdoc/>
    public override double Quantile(double probability)
    {
        double width = most - least;
        double rising = likeliest - least;
        return probability * width < rising
            ? least + Math.Sqrt(probability * width * rising)
            : most - Math.Sqrt((1 - probability) * width * (most - likeliest));
    }
}
