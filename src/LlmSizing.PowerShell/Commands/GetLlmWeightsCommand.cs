using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Writes the weights of a model: one row per part and one for the whole, in all and on the fullest GPU.</summary>
[Cmdlet(VerbsCommon.Get, "LlmWeights")]
[OutputType(typeof(ComponentWeights))]
public sealed class GetLlmWeightsCommand : PlacedCommand
{
    private Texts texts = null!;

    /// <summary>The models.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference[] Model { get; set; } = [];

    /// <summary>GPUs that split each matrix.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("tensor_parallel")]
    [Parallelism]
    public long[]? TensorParallel { get; set; }

    /// <summary>Counts the layers of multi-token prediction as well, as an engine does that speculates with them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("multi_token_prediction")]
    public SwitchParameter MultiTokenPrediction { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => texts = CatalogStore.TextsFor(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        object target = Model[0].Origin;
        Quantization[] quantizations = ResolveQuantizations(Quantization, target);
        foreach (Model model in Resolve(Model))
        {
            foreach (Quantization quantization in quantizations)
            {
                Write(model, quantization, target);
            }
        }
    }

    private void Write(Model model, Quantization quantization, object target)
    {
        try
        {
            Model loaded = MultiTokenPrediction ? model.WithDraftLayers() : model;
            foreach (Placement placement in Placements(TensorParallel))
            {
                var weights = new ModelWeights(loaded, quantization, placement);
                PlacementCheck.Require(weights.Model, placement);
                WriteObject(weights.Rows(texts), enumerateCollection: true);
            }
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, target));
        }
    }
}
