namespace LlmSizing;

/// <summary>Measurements that a tuning was fitted to: a model on a GPU, and how near the predictions come.</summary>
public sealed class TuningCase
{
    /// <summary>Creates the case.</summary>
    /// <param name="model">The model's name in the catalog.</param>
    /// <param name="gpu">The GPU's name.</param>
    /// <param name="rows">Measured points.</param>
    /// <param name="tpotPercent">Median error of TPOT in percent; null where it was not measured.</param>
    /// <param name="ttftPercent">Median error of TTFT in percent; null where it was not measured.</param>
    /// <param name="leftOutTpotPercent">The same where the fit did not see it; null where nothing could be left out.</param>
    /// <param name="leftOutTtftPercent">The same for TTFT, or null.</param>
    public TuningCase(string model, string gpu, long rows, decimal? tpotPercent, decimal? ttftPercent, decimal? leftOutTpotPercent = null, decimal? leftOutTtftPercent = null)
    {
        Model = model;
        Gpu = gpu;
        Rows = rows;
        TpotPercent = tpotPercent;
        TtftPercent = ttftPercent;
        LeftOutTpotPercent = leftOutTpotPercent;
        LeftOutTtftPercent = leftOutTtftPercent;
    }

    /// <summary>The model's name in the catalog.</summary>
    public string Model { get; }

    /// <summary>The GPU's name.</summary>
    public string Gpu { get; }

    /// <summary>Measured points.</summary>
    public long Rows { get; }

    /// <summary>Median error of TPOT in percent; null where it was not measured.</summary>
    public decimal? TpotPercent { get; }

    /// <summary>Median error of TTFT in percent; null where it was not measured.</summary>
    public decimal? TtftPercent { get; }

    /// <summary>Median error of TPOT in percent where the fit did not see the case; null where nothing could be left out.</summary>
    public decimal? LeftOutTpotPercent { get; }

    /// <summary>Median error of TTFT in percent where the fit did not see the case; null where nothing could be left out.</summary>
    public decimal? LeftOutTtftPercent { get; }

    /// <summary>Model, GPU and errors.</summary>
    public override string ToString() => $"{Model} on {Gpu}: {NumberText.Plain(Rows)} rows, TPOT {Shown(TpotPercent)}, TTFT {Shown(TtftPercent)}";

    private static string Shown(decimal? percent) => percent is decimal known ? NumberText.AsWritten(known) + " %" : "?";
}
