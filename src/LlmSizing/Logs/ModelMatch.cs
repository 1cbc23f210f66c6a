namespace LlmSizing;

/// <summary>The model that a name means: one of a catalog, itself or as the base of a derivative.</summary>
public sealed class ModelMatch
{
    internal ModelMatch(Model model, string? quantization, bool isExact, string how)
    {
        Model = model;
        Quantization = quantization;
        IsExact = isExact;
        How = how;
    }

    /// <summary>The catalog's model.</summary>
    public Model Model { get; }

    /// <summary>How the name says that the weights are quantised, such as fp8_dynamic or w4a16; null where it says nothing.</summary>
    public string? Quantization { get; }

    /// <summary>Whether the name is the model's name, alias or a derivative of it; false where it is the nearest by its words.</summary>
    public bool IsExact { get; }

    /// <summary>How it was found, in words.</summary>
    public string How { get; }
}
