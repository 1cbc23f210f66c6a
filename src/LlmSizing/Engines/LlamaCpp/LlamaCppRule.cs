using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A rule of llama.cpp that changed with a build; where the build is not stated in the change, it is that of its day.</summary>
internal sealed class LlamaCppRule
{
    private LlamaCppRule(string name, string from, string says, string source)
    {
        Name = name;
        From = EngineVersion.Parse(from)!;
        Says = says;
        Source = source;
    }

    /// <summary>Every rule that changed, with the build it changed in.</summary>
    public static IReadOnlyList<LlamaCppRule> All { get; } =
    [
        new("latent_cache", "5140", "latent attention keeps the latent; before, whole keys and values of every head", "llama.cpp#12801, April 2025"),
        new("sliding_cache", "5430", "sliding and chunked layers have a cache of their own; before, cells for the whole context", "llama.cpp#13194, May 2025"),
        new("sliding_ubatch", "5554", "that cache holds the window and one n_ubatch; before, one n_batch of 2048", "llama.cpp#13833, May 2025"),
        new("flash_attention", "6325", "flash attention unless the device lacks it; before, off unless asked for", "llama.cpp#15434, August 2025"),
        new("sliding_pad", "6970", "that cache is padded to 256 cells last, even beyond the context; before, no more than the context", "llama.cpp#17046, November 2025"),
        new("output_first", "7400", "n_gpu_layers counts the output layer first; before, last", "llama.cpp#16653, December 2025; gguf-parser-go#42"),
        new("no_value_cache", "7825", "latent attention keeps no values beside the latent; before, the latent twice", "llama.cpp#19067, January 2026"),
    ];

    public string Name { get; }

    public EngineVersion From { get; }

    public string Says { get; }

    public string Source { get; }

    /// <summary>Whether the rule holds in a build.</summary>
    public static bool Holds(string name, EngineVersion version) => version.IsAtLeast(All.First(rule => rule.Name == name).From);

    public override string ToString() => $"from b{From}: {Says} ({Source})";
}
