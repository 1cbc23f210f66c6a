namespace LlmSizing;

/// <summary>A number about storage, which a result has only where it was asked for.</summary>
public abstract class StorageMetric : Metric
{
    /// <summary>The number, or null where the request cannot be met or a fact is not known.</summary>
    /// <param name="result">The result.</param>
    public sealed override object? Value(ScenarioResult result) => NumberOf(new StorageOutlook(result));

    /// <inheritdoc/>
    public sealed override bool AppliesTo(ScenarioResult result) => result.Request.StorageWorkload is StorageWorkload workload && IsAsked(result.Request, workload);

    /// <inheritdoc/>
    public override string Display(ScenarioResult result, Texts texts) =>
        NumberOf(new StorageOutlook(result)) is object number ? Show(number) : texts.Get(result.Feasible ? "metric.storage.unknown" : "metric.nodes.none");

    /// <inheritdoc/>
    protected override string Interpret(ScenarioResult result, Texts texts)
    {
        var outlook = new StorageOutlook(result);
        return NumberOf(outlook) is not null ? Sentence(result, texts, PartOf(outlook))
            : result.Feasible ? Sentence(result, texts, "unknown")
            : texts.Format("metric.nodes.infeasible", name => ResultText.Of(result, name));
    }

    private protected abstract bool IsAsked(SizingRequest request, StorageWorkload workload);

    private protected abstract object? NumberOf(StorageOutlook outlook);

    private protected abstract string Show(object number);

    private protected virtual string PartOf(StorageOutlook outlook) => "interpretation";
}
