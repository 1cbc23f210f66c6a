using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The format of a tensor whose rows are no multiple of a format's blocks: one with blocks of 32, else fp16.</summary>
/// <remarks>llama.cpp's <c>tensor_type_fallback</c>.</remarks>
internal static class GgufFallback
{
    private static readonly Dictionary<string, string> Smaller = new()
    {
        ["iq1_s"] = "iq4_nl",
        ["iq1_m"] = "iq4_nl",
        ["iq2_xxs"] = "iq4_nl",
        ["iq2_xs"] = "iq4_nl",
        ["iq2_s"] = "iq4_nl",
        ["iq3_xxs"] = "iq4_nl",
        ["iq3_s"] = "iq4_nl",
        ["iq4_xs"] = "iq4_nl",
        ["q2_k"] = "q4_0",
        ["q3_k"] = "q4_0",
        ["tq1_0"] = "q4_0",
        ["tq2_0"] = "q4_0",
        ["q4_k"] = "q5_0",
        ["q5_k"] = "q5_1",
        ["q6_k"] = "q8_0",
    };

    public static WeightFormat Of(WeightFormat format, long columns)
    {
        if (columns % format.Elements.BlockElements == 0)
        {
            return format;
        }
        WeightFormat smaller = WeightFormat.Find(Smaller.TryGetValue(format.Name, out string? name) ? name : "fp16")!;
        return columns % smaller.Elements.BlockElements == 0 ? smaller : WeightFormat.Find("fp16")!;
    }
}
