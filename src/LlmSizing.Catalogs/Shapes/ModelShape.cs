using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

internal sealed class ModelShape : EntryShape<Model>
{
    private static readonly TextField Family = new("family", false, EntryFields.WordLength, "The model family.");
    private static readonly IntegerField NumLayers = new("num_layers", true, 1, ModelLimits.Layers, "layers", "Layers that mix tokens: the sum of layers[].count.");
    private static readonly LayersField Layers = new("layers", true, "The layer groups, in the order of their first layer.");
    private static readonly IntegerField Positions = new("max_position_embeddings", true, 1, ModelLimits.Tokens, "tokens", "The longest context of the model.");
    private static readonly ChoiceField Precision = new(
        "default_kv_precision", true, KvPrecision.All.Select(precision => precision.Name).ToArray(), "The number type of keys and values when none is asked for.");
    private static readonly DecimalField TotalParams = new("total_params_b", false, 0, ModelLimits.ParametersB, true, "billions (10^9)", "All parameters, active or not.");
    private static readonly DecimalField ActiveParams = new("active_params_b", false, 0, ModelLimits.ParametersB, true, "billions (10^9)", "Parameters used for a token, where they are not all.");
    private static readonly DecimalField WeightsGib = new("weights_gib", false, 0, ModelLimits.WeightsGib, true, "GiB (2^30 bytes)", "The weights as they are loaded.");

    private static readonly LayersField DraftLayers = new("draft_layers", false, "Layers of multi-token prediction, kept only where an engine speculates with them.");
    private static readonly ArchitectureField Architecture = new("architecture", "The sizes that weights and placement depend on; weights needs it.");
    private static readonly WeightsField Weights = new("weights", "The weight matrices as they are published; needs architecture.");

    public ModelShape()
        : base("models", new MapShape(
            EntryFields.Name, EntryFields.Aliases, Family, NumLayers, Layers, Positions, Precision, TotalParams, ActiveParams, WeightsGib,
            EntryFields.Estimate, EntryFields.Notes, EntryFields.Sources, DraftLayers, Architecture, Weights))
    {
    }

    protected override void Check(Values values, Place place)
    {
        if (values.TryGet(NumLayers, out long layers) && values.TryGet(Layers, out IReadOnlyList<LayerGroup> groups) && groups.Sum(group => group.Count) is long sum && sum != layers)
        {
            place.Refuse(
                values.Node.Find(NumLayers.Name)!, NumLayers.Name, ProblemCodes.LayersDoNotAddUp,
                $"num_layers is {NumberText.Plain(layers)} but the layer groups count {NumberText.Plain(sum)}.",
                $"Write num_layers: {NumberText.Plain(sum)}, or correct the counts of the groups.");
        }
        if (values.Node.Find(Architecture.Name) is null != values.Node.Find(Weights.Name) is null)
        {
            place.Refuse(values.Node, Weights.Name, ProblemCodes.MissingField, "architecture and weights are written together.", "Write both, or leave both out where they are not known.");
        }
        if (values.Number(ActiveParams) > values.Number(TotalParams))
        {
            place.Refuse(
                values.Node.Find(ActiveParams.Name)!, ActiveParams.Name, ProblemCodes.ActiveAboveTotal,
                "active_params_b is above total_params_b.", "Write the parameters used for one token, or leave the field out where all are.");
        }
    }

    protected override Model Create(Values values, string source) => new(
        EntryFields.Info(values, source), values.Get(Layers), values.Get(Positions), KvPrecision.Find(values.Get(Precision))!,
        values.Find(Family), values.Number(TotalParams), values.Number(ActiveParams), values.Number(WeightsGib),
        values.Find(Architecture) is ArchitectureSizes sizes ? new Architecture(sizes, values.Get(Weights)) : null, values.Find(DraftLayers));
}
