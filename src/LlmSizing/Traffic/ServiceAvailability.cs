namespace LlmSizing;

/// <summary>How often enough units of a fleet are up, each on its own.</summary>
public static class ServiceAvailability
{
    /// <summary>The sum over the numbers of failed units up to the spares of C(units, j) (1 - a)^j a^(units - j).</summary>
    /// <param name="units">Units of the fleet, at least 1.</param>
    /// <param name="spares">Units that may fail, 0 to all of them.</param>
    /// <param name="availability">Share of the time that a unit is up, above 0 and below 1.</param>
    public static double Of(long units, long spares, double availability)
    {
        double term = PortableMath.Power(availability, units);
        double sum = term;
        for (long failed = 1; failed <= spares; failed++)
        {
            term *= (units - failed + 1) / (double)failed * (1 - availability) / availability;
            sum += term;
        }
        return sum < 1 ? sum : 1;
    }
}
