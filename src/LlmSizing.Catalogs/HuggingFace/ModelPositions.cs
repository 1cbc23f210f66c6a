using System;

namespace LlmSizing;

/// <summary>The longest context of a config.</summary>
internal static class ModelPositions
{
    private const long Longest = 1_000_000_000;

    private static readonly string[] Names =
        ["max_position_embeddings", "max_sequence_length", "max_seq_len", "seq_length", "n_positions", "n_ctx", "model_max_length", "max_target_positions"];

    /// <summary>Tokens; under YaRN the original length times its factor where that is longer (vLLM's <c>_get_and_verify_max_len</c>).</summary>
    /// <exception cref="ImportException">The config says none.</exception>
    public static long Read(HfConfig config)
    {
        long positions = config.FindInteger(Longest, Names) ?? throw config.Missing(Names[0]);
        HfConfig? rope = config.FindObject("rope_scaling", "rope_parameters");
        if (rope?.FindText("rope_type", "type") == "yarn"
            && rope.FindNumber("factor") is double factor && factor is > 1 and < 1e6
            && rope.FindInteger(Longest, "original_max_position_embeddings") is long original)
        {
            return Math.Max(positions, (long)Math.Min(Longest, original * factor));
        }
        return positions;
    }
}
