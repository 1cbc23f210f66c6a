namespace LlmSizing;

/// <summary>Measurements that a tuning was fitted to: a model on a GPU, and how near the predictions come.</summary>
public sealed class TuningCase
{
    /// <summary>Creates the case.</summary>
    /// <param name="model">The model's name in the catalog.</param>
    /// <param name="gpu">The GPU's name.</param>
    /// <param name="rows">Measured points.</param>
    /// <param name="tpotPercent">Median error of TPOT in percent.</param>
    /// <param name="ttftPercent">Median error of TTFT in percent.</param>
    /// <param name="leftOutTpotPercent">The same where the fit did not see the case.</param>
    /// <param name="leftOutTtftPercent">The same for TTFT.</param>
    public TuningCase(string model, string gpu, long rows, decimal tpotPercent, decimal ttftPercent, decimal leftOutTpotPercent, decimal leftOutTtftPercent)
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

    /// <summary>Median error of TPOT in percent.</summary>
    public decimal TpotPercent { get; }

    /// <summary>Median error of TTFT in percent.</summary>
    public decimal TtftPercent { get; }

    /// <summary>Median error of TPOT in percent where the fit did not see the case.</summary>
    public decimal LeftOutTpotPercent { get; }

    /// <summary>Median error of TTFT in percent where the fit did not see the case.</summary>
    public decimal LeftOutTtftPercent { get; }

    /// <summary>Model, GPU and errors.</summary>
    public override string ToString() => $"{Model} on {Gpu}: {NumberText.Plain(Rows)} rows, TPOT {NumberText.AsWritten(TpotPercent)} %, TTFT {NumberText.AsWritten(TtftPercent)} %";
}
