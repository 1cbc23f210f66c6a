using System.Numerics;

namespace LlmSizing;

/// <summary>How many sessions a user holds at the same time: a share, or the time of an answer in that of an answer and the thinking after it.</summary>
/// <remarks>The interactive response time law (P. J. Denning, J. P. Buzen, ACM Computing Surveys 10, 1978): N = X (R + Z); with Little's law, sessions = X R.</remarks>
public sealed class ActiveShare
{
    private readonly Rational usersPerSession;
    private readonly Rational? requestsPerSecond;

    private ActiveShare(Rational usersPerSession, Rational? requestsPerSecond)
    {
        this.usersPerSession = usersPerSession;
        this.requestsPerSecond = requestsPerSecond;
    }

    /// <summary>A share of the users.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public static ActiveShare Of(decimal share) => new(new Rational(Billionths.One, Billionths.From(share, "ActiveShare")), null);

    /// <summary>Users who wait for an answer and then think.</summary>
    /// <param name="responseSeconds">Seconds from a request to its last token, above 0.</param>
    /// <param name="thinkSeconds">Seconds from there to the next request, 0 or more.</param>
    public static ActiveShare Of(decimal responseSeconds, decimal thinkSeconds)
    {
        long response = Billionths.From(responseSeconds, "ResponseSeconds");
        BigInteger cycle = (BigInteger)response + Billionths.From(thinkSeconds, "ThinkTimeSeconds");
        return new ActiveShare(new Rational(cycle, response), new Rational(Billionths.One, response));
    }

    /// <summary>Users of so many sessions, rounded down.</summary>
    public long Users(long sessions) => (long)(sessions * usersPerSession.Numerator / usersPerSession.Denominator);

    /// <summary>Requests per second of so many sessions, to three decimals; null where the time of an answer is not given.</summary>
    public decimal? RequestsPerSecond(long sessions) => requestsPerSecond is Rational each ? NumberText.Rounded(each * Rational.Whole(sessions), 3) : null;
}
