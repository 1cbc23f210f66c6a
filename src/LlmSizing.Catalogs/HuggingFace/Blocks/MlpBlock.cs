namespace LlmSizing;

/// <summary>The matrices of a dense MLP, a shared expert, or many experts of one shape.</summary>
internal static class MlpBlock
{
    /// <param name="part">The module that they are in.</param>
    /// <param name="component">Dense, shared or routed.</param>
    /// <param name="traits">Names, and whether there is a gate.</param>
    /// <param name="hidden">Elements that come in and go out.</param>
    /// <param name="intermediate">Elements between.</param>
    /// <param name="copies">Experts.</param>
    /// <param name="bias">Whether the matrices have biases.</param>
    public static void Add(ModulePart part, string component, DecoderTraits traits, long hidden, long intermediate, long copies = 1, bool bias = false)
    {
        if (traits.IsMlpGated)
        {
            part.Linear(component, traits.MlpNames[0], intermediate, hidden, WeightSplit.Column, copies: copies, bias: bias, name: "gate_proj");
        }
        part.Linear(component, traits.MlpNames[1], intermediate, hidden, WeightSplit.Column, copies: copies, bias: bias, name: "up_proj");
        part.Linear(component, traits.MlpNames[2], hidden, intermediate, WeightSplit.Row, copies: copies, bias: bias, name: "down_proj");
    }
}
