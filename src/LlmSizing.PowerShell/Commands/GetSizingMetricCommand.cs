using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Writes the metrics of a result as flat objects, in the order of the report.</summary>
[Cmdlet(VerbsCommon.Get, "SizingMetric")]
[OutputType(typeof(MetricResult))]
public sealed class GetSizingMetricCommand : PSCmdlet
{
    private Metric[] chosen = [];

    /// <summary>Results of Invoke-LlmSizing.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ScenarioResults]
    public ScenarioResult[] InputObject { get; set; } = [];

    /// <summary>Metric names or wildcards; all when left out.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(MetricCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        WildcardPattern[] patterns = Name.Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase)).ToArray();
        chosen = MetricList.All.Where(metric => patterns.Any(pattern => pattern.IsMatch(metric.Id))).ToArray();
        foreach (string name in Name.Where((_, index) => !MetricList.All.Any(metric => patterns[index].IsMatch(metric.Id))))
        {
            WriteError(Errors.MetricNotFound(name));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (ScenarioResult result in InputObject)
        {
            foreach (Metric metric in chosen.Where(metric => metric.AppliesTo(result)))
            {
                WriteObject(result.Describe(metric));
            }
        }
    }
}
