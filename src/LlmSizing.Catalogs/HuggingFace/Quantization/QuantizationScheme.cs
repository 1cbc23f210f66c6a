using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>How a checkpoint is quantised: which modules, in which format, and which precision it asks of the KV cache.</summary>
internal sealed class QuantizationScheme
{
    /// <summary>Checkpoints have one to three.</summary>
    private const int MostRules = 16;

    public QuantizationScheme(string? name, IReadOnlyList<QuantizationRule> rules, NamePatterns? excluded = null, KvPrecision? kvPrecision = null)
    {
        Name = name;
        Rules = rules.Count <= MostRules ? rules : throw new ImportException($"The quantisation has more than {NumberText.Plain(MostRules)} groups.", "quantization_config");
        Excluded = excluded;
        KvPrecision = kvPrecision;
    }

    public static QuantizationScheme None { get; } = new(null, []);

    /// <summary>The scheme in the field's words, or null where nothing is quantised.</summary>
    public string? Name { get; }

    /// <summary>Formats, the first that fits a module counts.</summary>
    public IReadOnlyList<QuantizationRule> Rules { get; }

    /// <summary>Modules that are left as they are.</summary>
    public NamePatterns? Excluded { get; }

    /// <summary>The precision that the checkpoint asks for, or null where it does not.</summary>
    public KvPrecision? KvPrecision { get; }

    /// <summary>The format of a linear layer's matrix; null where it is not quantised.</summary>
    /// <param name="module">The module without its front.</param>
    /// <param name="fronts">What a checkpoint may write in front of it.</param>
    /// <param name="byName">Whether only rules that list names reach it: heads, which tools leave alone unless told.</param>
    public WeightFormat? FormatOf(string module, IReadOnlyList<string> fronts, bool byName)
    {
        if (Rules.Count == 0 || Excluded?.Match(module, fronts) == true)
        {
            return null;
        }
        return Rules.FirstOrDefault(rule => rule.Targets is null ? !byName : rule.Targets.Match(module, fronts))?.Format;
    }
}

/// <summary>The format of the modules of a list, or of every linear layer where there is none.</summary>
internal sealed class QuantizationRule
{
    public QuantizationRule(WeightFormat format, NamePatterns? targets = null)
    {
        Format = format;
        Targets = targets;
    }

    public WeightFormat Format { get; }

    public NamePatterns? Targets { get; }
}
