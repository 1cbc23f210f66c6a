using System.Globalization;
using System.Linq;
using System.Text;

namespace LlmSizing.Accuracy;

/// <summary>The tables of times: what each tuning was fitted to, and how near it comes, seen and not seen.</summary>
internal static class TimesPage
{
    /// <summary>Appends the section; its figures are those that the fit wrote into the catalog.</summary>
    public static void Append(StringBuilder page)
    {
        page.Append("""

            ## Times

            `Get-LlmPerformance` predicts with constants (`catalogs/tunings.yaml`) that were fitted to measured steady states: closed loops of a fixed number of requests, by model, GPU, engine, precision and
            placement. `dotnet run --project tests/LlmSizing.Accuracy -- throughput FILE.csv` holds any such file against the predictions, and `-- tune FILE.csv` fits again.

            Errors are medians of the size of predicted over measured less 1, in percent. Left out: the same where the fit did not see any row of the model, GPU and engine; that is the error to expect of a
            combination that was not measured (confidence `transferred`). No constant belongs to a model: a model enters by its shape alone.

            | engine | GPU | model | points | TPOT | TTFT | TPOT left out | TTFT left out |
            |---|---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        Catalog catalog = new CatalogLibrary(RepositoryRoot.PathOf("catalogs")).Load([]);
        foreach ((Tuning tuning, TuningCase one) in catalog.Tunings.SelectMany(tuning => tuning.Cases.Select(one => (tuning, one))))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {tuning.Engine} | {one.Gpu} | {one.Model} | {one.Rows} | {one.TpotPercent} | {one.TtftPercent} | {one.LeftOutTpotPercent} | {one.LeftOutTtftPercent} |\n");
        }
        page.Append("""

            What holds the large errors: rows of DeepSeek on TensorRT-LLM mix runs with and without multi-token prediction, which the table does not say (the release tells some apart); GB200 rows name the GPUs of
            a whole deployment as one tensor-parallel group; a few runs wait in front of the server (a time to first token of minutes at an idle batch); the precision of the cache is not stated.

            """.ReplaceLineEndings("\n"));
    }
}
