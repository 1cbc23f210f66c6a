namespace LlmSizing;

/// <summary>What an architecture is built from.</summary>
internal sealed class ImportContext
{
    public ImportContext(string className, HfConfig root, HfConfig text, Checkpoint checkpoint, string dtype)
    {
        ClassName = className;
        Root = root;
        Text = text;
        Checkpoint = checkpoint;
        Dtype = dtype;
    }

    /// <summary>The model class.</summary>
    public string ClassName { get; }

    /// <summary>The config's own fields.</summary>
    public HfConfig Root { get; }

    /// <summary>Those of the language model, which may be nested.</summary>
    public HfConfig Text { get; }

    public Checkpoint Checkpoint { get; }

    /// <summary>bf16, fp16 or fp32.</summary>
    public string Dtype { get; }
}
