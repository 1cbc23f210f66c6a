using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Quantities that a log states as two others: the weights as free memory before and after, the cache as keys and values.</summary>
internal static class LogDerivation
{
    public static IEnumerable<LogObservation> Of(IReadOnlyList<LogObservation> observations) =>
        Pairs(observations, LogQuantity.Weights, LogQuantity.FreeBeforeWeights, LogQuantity.FreeAfterWeights, sign: -1)
            .Concat(Pairs(observations, LogQuantity.KvAvailable, LogQuantity.KvKeys, LogQuantity.KvValues, sign: 1));

    private static IEnumerable<LogObservation> Pairs(IReadOnlyList<LogObservation> observations, LogQuantity result, LogQuantity first, LogQuantity second, int sign)
    {
        if (observations.Any(observation => observation.Quantity == result))
        {
            return [];
        }
        return
            from one in observations
            join other in observations on one.Rank equals other.Rank
            where one.Quantity == first && other.Quantity == second
            select new LogObservation(result, one.Value + (sign * other.Value), one.Step + other.Step, other.Rank, other.Line, other.Text);
    }
}
