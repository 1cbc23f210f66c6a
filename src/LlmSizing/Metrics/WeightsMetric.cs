using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>One copy of the weights as they are stored, all parameters counted.</summary>
public sealed class WeightsMetric : PlacedBytesMetric
{
    /// <inheritdoc/>
    public override string Id => "weights_gib";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => [
        Components(result).Any() ? "weights_gib = " + string.Join(" + ", Components(result).Select(part => part.Key)) : "weights_gib = size of the files",
    ];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => 
    [
        new("quantization", PlanOf(result).Deployment.Quantization.Name),
        new("components_gib", string.Join(", ", Components(result).Select(part => part.Key + " " + NumberText.Gib(part.Sum(matrix => matrix.Bytes), 2)))),
    ];

    private static IEnumerable<IGrouping<string, WeightMatrix>> Components(ScenarioResult result) =>
        (PlanOf(result).Model.Architecture?.Loaded ?? Enumerable.Empty<WeightMatrix>()).GroupBy(matrix => matrix.Component).OrderByDescending(part => part.Sum(matrix => matrix.Bytes));

    private protected override long BytesOf(ScenarioResult result) => PlanOf(result).WeightBytes;
}
