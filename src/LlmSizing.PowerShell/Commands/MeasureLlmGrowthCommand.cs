using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Lets the load of a result grow month by month, and says what to buy when.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "LlmGrowth")]
[OutputType(typeof(GrowthMonth), typeof(GrowthPlan))]
public sealed class MeasureLlmGrowthCommand : PSCmdlet
{
    /// <summary>Results of Invoke-LlmSizing: the load of month 0.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ScenarioResults]
    public ScenarioResult[] InputObject { get; set; } = [];

    /// <summary>Share by which the sessions grow each month, 0 to 10.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [GrowthPerMonth]
    public decimal[] GrowthPerMonth { get; set; } = [];

    /// <summary>Months after month 0, 1 to 600.</summary>
    [Parameter(Position = 1)]
    [Months]
    public long[] Months { get; set; } = [12];

    /// <summary>Nodes that are there before month 0, 0 to 10^9.</summary>
    [Parameter]
    [OwnedNodes]
    public long[] OwnedNodes { get; set; } = [0];

    /// <summary>Writes one object per result, with the months of purchase, in place of one per month.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (ScenarioResult result in InputObject)
        {
            foreach (decimal growth in GrowthPerMonth)
            {
                foreach (long months in Months)
                {
                    foreach (long owned in OwnedNodes)
                    {
                        Write(result, growth, months, owned);
                    }
                }
            }
        }
    }

    private void Write(ScenarioResult result, decimal growth, long months, long owned)
    {
        try
        {
            var plan = new GrowthPlan(result, growth, months, owned);
            WriteObject(Summary ? plan : plan.Months, enumerateCollection: true);
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, result));
        }
    }
}
