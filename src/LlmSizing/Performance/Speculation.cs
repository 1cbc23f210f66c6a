namespace LlmSizing;

/// <summary>Speculative decoding: tokens are drafted, and one step verifies them all.</summary>
/// <remarks>Leviathan, Kalman, Matias 2023, arXiv 2211.17192: (1 - a^(g+1)) / (1 - a) tokens a step for g drafts, each accepted with probability a independently; a draft costs c of a step.</remarks>
public sealed class Speculation
{
    /// <summary>Creates the speculation.</summary>
    /// <param name="draftTokens">Tokens drafted for each step, 1 to 64.</param>
    /// <param name="acceptanceRate">Probability that a drafted token is accepted, 0 to 1.</param>
    /// <param name="draftCostRatio">Time of a draft as a share of a decode step, 0 to 10.</param>
    /// <exception cref="SizingException">A number is out of its range.</exception>
    public Speculation(long draftTokens, decimal acceptanceRate, decimal draftCostRatio)
    {
        DraftTokens = Limits.DraftTokens.Check(draftTokens);
        AcceptanceRate = Limits.AcceptanceRate.Check(acceptanceRate);
        DraftCostRatio = Limits.DraftCostRatio.Check(draftCostRatio);
        double power = 1;
        double sum = 0;
        for (long i = 0; i <= draftTokens; i++)
        {
            sum += power;
            power *= (double)acceptanceRate;
        }
        TokensPerStep = sum;
    }

    /// <summary>Tokens drafted for each step.</summary>
    public long DraftTokens { get; }

    /// <summary>Probability that a drafted token is accepted.</summary>
    public decimal AcceptanceRate { get; }

    /// <summary>Time of a draft as a share of a decode step.</summary>
    public decimal DraftCostRatio { get; }

    /// <summary>Tokens that a step yields on average: 1 + a + ... + a^g.</summary>
    public double TokensPerStep { get; }
}
