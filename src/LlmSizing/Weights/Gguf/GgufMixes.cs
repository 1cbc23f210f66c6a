using System;
using System.Collections.Generic;
using System.Linq;
using static LlmSizing.GgufTensorKind;

namespace LlmSizing;

/// <summary>Every mix that is known, one line each.</summary>
public static class GgufMixes
{
    /// <summary>The number of experts of which llama.cpp's mixes take more care: Mixtral's.</summary>
    internal const long FewExperts = 8;

    private static readonly Func<GgufPlace, bool> MoreBits = at => at.HasMoreBits;
    private static readonly Func<GgufPlace, bool> FirstEighth = at => at.IsInFirstEighth;
    private static readonly Func<GgufPlace, bool> SharesKeys = at => at.Model.HeadsPerKey >= 4;
    private static readonly Func<GgufPlace, bool> SharesKeysOrExperts = at => at.Model.HeadsPerKey >= 4 || at.Model.Experts >= 4;
    private static readonly Func<GgufPlace, bool> Mixtral = at => at.Model.Experts == FewExperts;
    private static readonly Func<GgufPlace, bool> NotMixtral = at => at.Model.Experts != FewExperts;
    private static readonly Func<GgufPlace, bool> Experts = at => at.IsExpert;

    /// <summary>The mixes, the largest first.</summary>
    public static IReadOnlyList<GgufMix> All { get; } =
    [
        new("f16", "fp16"),
        new("gguf_bf16", "bf16"),
        new("q8_0", "q8_0", output: "q8_0"),
        new("q6_k", "q6_k"),
        new("q5_k_m", "q5_k", [new(Value, "q6_k", MoreBits), new(Down, "q6_k", MoreBits)]),
        new("q5_k_s", "q5_k"),
        new("q5_1", "q5_1"),
        new("q5_0", "q5_0", [new(Down, "q5_1", at => at.Model.HasImportanceMatrix && at.IsInFirstEighth)]),
        new("q4_k_m", "q4_k", [new(Value, "q6_k", MoreBits), new(Down, "q6_k", MoreBits), new(AttentionOutput, "q5_k", Mixtral)]),
        new("q4_k_s", "q4_k", [new(Value, "q5_k", at => at.Index < 4), new(Down, "q5_k", FirstEighth), new(AttentionOutput, "q5_k", Mixtral)]),
        new("q4_1", "q4_1"),
        new("q4_0", "q4_0", [new(Down, "q4_1", at => at.Model.HasImportanceMatrix && at.IsInFirstEighth)]),
        new("iq4_nl", "iq4_nl", [.. Iq4()]),
        new("iq4_xs", "iq4_xs", [.. Iq4()]),
        new("gguf_mxfp4", "q8_0", [new(Gate, "mxfp4", Experts), new(Up, "mxfp4", Experts), new(Down, "mxfp4", Experts)], output: "q8_0"),
        new("q3_k_l", "q3_k", [new(Value, "q5_k"), new(Down, "q5_k"), new(AttentionOutput, "q5_k", NotMixtral)]),
        new("q3_k_m", "q3_k",
        [
            new(Value, "q5_k", at => at.Index < 2), new(Value, "q4_k"), new(Down, "q5_k", at => at.Index < at.Count / 16), new(Down, "q4_k"),
            new(AttentionOutput, "q5_k", Mixtral), new(AttentionOutput, "q4_k"),
        ]),
        new("q3_k_s", "q3_k", [new(AttentionOutput, "q5_k", Mixtral)]),
        new("iq3_m", "iq3_s",
        [
            new(Value, "q4_k"), new(Down, "q4_k", at => at.IsInFirstEighth || (Mixtral(at) && at.HasMoreBits)), new(AttentionOutput, "q5_k", Mixtral), new(AttentionOutput, "q4_k"),
        ]),
        new("iq3_s", "iq3_s", [new(Value, "q4_k", SharesKeys), new(AttentionOutput, "q5_k", Mixtral)]),
        new("iq3_xs", "iq3_s",
        [
            new(Value, "q4_k", SharesKeys), new(Query, "iq3_xxs"), new(Key, "iq3_xxs"), new(AttentionOutput, "q5_k", Mixtral),
            new(Gate, "iq3_xxs", at => at.IsBetween), new(Up, "iq3_xxs", at => at.IsBetween),
        ], needsMatrix: true),
        new("iq3_xxs", "iq3_xxs",
        [
            new(Embedding, "iq3_s"), new(Value, "q4_k", SharesKeys), new(Query, "iq2_s"), new(Key, "iq2_s"), new(AttentionOutput, "q5_k", Mixtral), new(AttentionOutput, "iq3_s"),
        ], output: "q5_k", needsMatrix: true),
        new("q2_k", "q2_k",
        [
            new(Value, "q4_k", SharesKeys), new(Value, "q3_k"), new(Down, "q3_k"), new(AttentionOutput, "q5_k", Mixtral), new(AttentionOutput, "q3_k"),
        ]),
        new("q2_k_s", "q2_k", [new(Value, "q4_k", SharesKeys), new(Down, "q4_k", FirstEighth)], needsMatrix: true),
        Low("iq2_m", "iq2_s", "iq3_s", "iq3_s", "iq3_s"),
        Low("iq2_s", "iq2_xs", "iq3_s", "iq3_s", "iq3_s"),
        Low("iq2_xs", "iq2_xs", "q2_k", "q2_k", null),
        Low("iq2_xxs", "iq2_xxs", "q2_k", "q2_k", null),
        Low("iq1_m", "iq1_m", "q2_k", "q2_k", "iq2_xxs"),
        Low("iq1_s", "iq1_s", "q2_k", "q2_k", "iq2_xxs"),
    ];

    /// <summary>Finds a mix by its name, whatever the case; null when it is not known.</summary>
    public static GgufMix? Find(string name) => All.FirstOrDefault(mix => string.Equals(mix.Name, name, StringComparison.OrdinalIgnoreCase));

    private static GgufRule[] Iq4() =>
    [
        new(Value, "q5_k", SharesKeys), new(Down, "q5_k", at => at.IsInFirstEighth && !at.Model.HasImportanceMatrix), new(AttentionOutput, "q5_k", Mixtral),
    ];

    // The mixes below three bits share their rules and differ in the formats.
    private static GgufMix Low(string name, string format, string embedding, string better, string? attentionOutput)
    {
        var rules = new List<GgufRule>
        {
            new(Embedding, embedding),
            new(Value, "q4_k", SharesKeysOrExperts),
            new(Value, better),
            new(Key, "q4_k", Mixtral),
            new(Down, better, FirstEighth),
            new(AttentionOutput, "q5_k", Mixtral),
        };
        if (attentionOutput is not null)
        {
            rules.Add(new GgufRule(AttentionOutput, attentionOutput));
        }
        return new GgufMix(name, format, [.. rules], "q5_k", isLow: true, needsMatrix: true);
    }
}
