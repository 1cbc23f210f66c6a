using System;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Accuracy.Tests;

/// <summary>The bars of times, on the file of measured points where it is there.</summary>
public sealed class GivenThroughputTests
{
    private static readonly Lazy<ThroughputReport?> Report = new(() => File.Exists(GivenFile) ? ThroughputReport.Of(ThroughputRow.Read(GivenFile), new CatalogLibrary(RepositoryRoot.PathOf("catalogs")).Load([])) : null);

    private static string GivenFile => RepositoryRoot.PathOf("..", "shared", "reference", "throughput.csv");

    private static ThroughputReport Given
    {
        get
        {
            Skip.If(Report.Value is null, "The file of measured times lies outside of the repository.");
            return Report.Value!;
        }
    }

    [SkippableFact]
    public void Every_row_is_resolved() => Assert.Equal(0, Given.Unresolved);

    [SkippableFact]
    public void Nothing_is_faster_than_the_roofline_of_the_datasheet() => Assert.Equal(0, Given.FasterThanPhysics);

    [SkippableFact]
    public void Time_per_token_is_within_12_percent_in_the_median_and_35_in_nine_of_ten()
    {
        Assert.InRange(Given.Tpot.MedianPercent!.Value, 0, 12);
        Assert.InRange(decimal.Parse(Given.Tpot.Rank(90), System.Globalization.CultureInfo.InvariantCulture), 0, 35);
    }

    [SkippableFact]
    public void Time_to_first_token_is_within_25_percent_in_the_median() => Assert.InRange(Given.Ttft.MedianPercent!.Value, 0, 25);

    [Fact]
    public void Left_out_cases_are_within_18_percent_of_time_per_token_and_30_of_time_to_first_token()
    {
        // Written by the fit: the medians of each case that it did not see, weighted by their points.
        TuningCase[] cases = [.. new CatalogLibrary(RepositoryRoot.PathOf("catalogs")).Load([]).Tunings.SelectMany(tuning => tuning.Cases)];
        Assert.True(cases.Length >= 30);
        Assert.InRange(Weighted(cases, one => one.LeftOutTpotPercent), 0, 18);
        Assert.InRange(Weighted(cases, one => one.LeftOutTtftPercent), 0, 30);
    }

    [Fact]
    public void A_row_with_a_model_that_is_not_known_is_counted_and_a_row_with_too_few_cells_is_refused()
    {
        string path = Path.GetTempFileName();
        try
        {
            const string Header = "id,engine,engine_version,model,gpu,precision,input_tokens,output_tokens,gemm_quant,moe_quant,batch,tp,pp,attention_dp,moe_tp,moe_ep,ttft_ms,tpot_ms";
            File.WriteAllText(path, Header + "\nx,vllm,,nobody/Nothing-7B,h100_sxm,,1024,1024,,,4,1,1,1,1,1,100,10\n");
            ThroughputReport report = ThroughputReport.Of(ThroughputRow.Read(path), new CatalogLibrary(RepositoryRoot.PathOf("catalogs")).Load([]));
            Assert.Equal(1, report.Unresolved);
            File.WriteAllText(path, Header + "\nx,vllm\n");
            Assert.Contains("(2)", Assert.Throws<InvalidDataException>(() => ThroughputRow.Read(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static decimal Weighted(TuningCase[] cases, Func<TuningCase, decimal?> error)
    {
        TuningCase[] ordered = [.. cases.Where(one => error(one) is not null).OrderBy(error)];
        long half = ordered.Sum(one => one.Rows) / 2, seen = 0;
        return error(ordered.First(one => (seen += one.Rows) >= half))!.Value;
    }
}
