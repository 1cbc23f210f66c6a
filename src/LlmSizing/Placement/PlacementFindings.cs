using System.Linq;

namespace LlmSizing;

/// <summary>What heads, layers and experts forbid.</summary>
internal static class PlacementFindings
{
    public static string? PipelineBeyondLayers(Model model, Placement placement)
    {
        long layers = ModelShard.LayersOf(model);
        return placement.PipelineParallel <= layers ? null
            : $"PipelineParallel of {Plain(placement.PipelineParallel)} is more than the model's {Plain(layers)} layers.";
    }

    public static string? HeadsNotDivisible(Model model, Placement placement)
    {
        long heads = model.Architecture?.Sizes.NumAttentionHeads ?? 0;
        return heads % placement.TensorParallel == 0 ? null
            : $"TensorParallel of {Plain(placement.TensorParallel)} does not divide the {Plain(heads)} attention heads: write {PlacementRule.Admitted(heads, degree => heads % degree == 0)}.";
    }

    public static string? KeyValueHeadsNotDivisible(Model model, Placement placement)
    {
        long heads = model.Layers.OfType<HeadAttention>().Select(group => group.KeyValueHeads ?? 0).FirstOrDefault(heads => !Fits(heads, placement.TensorParallel));
        return heads == 0 ? null
            : $"TensorParallel of {Plain(placement.TensorParallel)} neither divides the {Plain(heads)} key/value heads nor is a multiple of them: write {PlacementRule.Admitted(4 * heads, degree => Fits(heads, degree))}.";
    }

    public static string? StateHeadsNotDivisible(Model model, Placement placement)
    {
        long heads = model.Layers.OfType<RecurrentState>().Select(group => group.Shape.StateHeads).FirstOrDefault(heads => heads % placement.TensorParallel != 0);
        return heads == 0 ? null
            : $"TensorParallel of {Plain(placement.TensorParallel)} does not divide the {Plain(heads)} heads of the recurrent state: write {PlacementRule.Admitted(heads, degree => heads % degree == 0)}.";
    }

    public static string? ExpertsTooFew(Model model, Placement placement)
    {
        if (placement.ExpertParallel == 1 || model.Architecture is null)
        {
            return null;
        }
        long experts = model.Architecture.Sizes.NumExperts;
        return experts == 0 ? $"Model '{model.Name}' has no experts: leave ExpertParallel out."
            : placement.ExpertParallel <= experts ? null
            : $"ExpertParallel of {Plain(placement.ExpertParallel)} is more than the {Plain(experts)} experts of a layer.";
    }

    // Heads that are kept several times over may keep different tokens instead; a latent cache always is.
    public static string? ContextParallelBeyondCopies(Model model, Placement placement)
    {
        long heads = model.Layers.OfType<HeadAttention>().Select(group => group.KeyValueHeads ?? 0).DefaultIfEmpty(0).Max();
        long copies = heads == 0 ? placement.TensorParallel : placement.TensorParallel / heads;
        return placement.ContextParallel <= System.Math.Max(1, copies) ? null
            : $"ContextParallel of {Plain(placement.ContextParallel)} is more than the {Plain(copies)} GPUs that TensorParallel of {Plain(placement.TensorParallel)} gives each of the {Plain(heads)} key/value heads.";
    }

    private static bool Fits(long heads, long degree) => heads % degree == 0 || degree % heads == 0;

    private static string Plain(long value) => NumberText.Plain(value);
}
