namespace LlmSizing;

/// <summary>Memory of a placed model in GiB.</summary>
public abstract class PlacedBytesMetric : PlacedMetric
{
    /// <inheritdoc/>
    public sealed override string Unit => "GiB";

    /// <inheritdoc/>
    public sealed override object? Value(ScenarioResult result) => (double)BytesOf(result) / ByteUnits.GiB;

    /// <inheritdoc/>
    public sealed override long? Bytes(ScenarioResult result) => BytesOf(result);

    /// <inheritdoc/>
    public sealed override string Display(ScenarioResult result, Texts texts) => NumberText.Gib(BytesOf(result), 2) + " GiB";

    private protected abstract long BytesOf(ScenarioResult result);
}
