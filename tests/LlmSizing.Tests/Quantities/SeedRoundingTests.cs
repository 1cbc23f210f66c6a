using System.Numerics;
using Xunit;

namespace LlmSizing.Tests.Quantities;

/// <summary>Every rounded number of the seed report, from its exact value: none is a tie, so the report itself does not choose between half to even and half up.</summary>
public class SeedRoundingTests
{
    private static readonly Rational PerSession = new(806_879_232, ByteUnits.GiB);
    private static readonly Rational Hbm = new(1_440_000_000_000, ByteUnits.GiB);
    private static readonly Rational Available = Hbm - Rational.Whole(120);

    public static TheoryData<string, string, int> Shown => new()
    {
        { "kv_per_session", "0.75", 2 },
        { "kv_per_session", "0.7515", 4 },
        { "kv_total", "375.73", 2 },
        { "kv_total_tib", "0.37", 2 },
        { "hbm_total", "1341.1", 1 },
        { "hbm_total", "1341.1", 2 },
        { "gb_to_gib", "0.9313225746154785", 16 },
        { "available", "1221.1", 1 },
        { "available", "1221.1", 2 },
        { "budget_70", "854.8", 1 },
        { "budget_70", "854.77", 2 },
        { "budget_65", "793.7", 1 },
        { "budget_65", "793.72", 2 },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public void The_seeds_number_is_reproduced_and_is_no_tie(string what, string text, int places)
    {
        Rational exact = what switch
        {
            "kv_per_session" => PerSession,
            "kv_total" => PerSession * Rational.Whole(500),
            "kv_total_tib" => PerSession * new Rational(500, 1024),
            "hbm_total" => Hbm,
            "gb_to_gib" => new Rational(ByteUnits.Gb, ByteUnits.GiB),
            "available" => Available,
            "budget_70" => Available * Rational.FromBillionths(700_000_000),
            _ => Available * Rational.FromBillionths(650_000_000),
        };
        Assert.Equal(text, NumberText.Of(NumberText.Rounded(exact, places)));
        BigInteger remainder = BigInteger.Remainder(exact.Numerator * BigInteger.Pow(10, places), exact.Denominator);
        Assert.NotEqual(exact.Denominator, remainder * 2);
    }
}
