using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Why a number is what it is: the formula, what went into it, and what it means.</summary>
public sealed class Rationale
{
    /// <summary>Creates the rationale.</summary>
    public Rationale(IEnumerable<string> formula, IEnumerable<RationaleInput> inputs, string interpretation)
    {
        Formula = new ReadableList<string>(formula);
        Inputs = new ReadableList<RationaleInput>(inputs);
        Interpretation = interpretation;
    }

    /// <summary>The lines of the formula.</summary>
    public ReadableList<string> Formula { get; }

    /// <summary>The inputs in their order.</summary>
    public ReadableList<RationaleInput> Inputs { get; }

    /// <summary>What the number means, in the language of the result.</summary>
    public string Interpretation { get; }

    /// <summary>The formula on one line.</summary>
    public override string ToString() => Formula.ToString();
}

/// <summary>One input of a formula.</summary>
public sealed class RationaleInput
{
    /// <summary>Creates the input.</summary>
    /// <param name="name">The name in the formula, in snake_case.</param>
    /// <param name="value">A string, a <see cref="long"/> or a <see cref="decimal"/> (rounded as it is shown).</param>
    public RationaleInput(string name, object value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name in the formula.</summary>
    public string Name { get; }

    /// <summary>A string, a <see cref="long"/> or a <see cref="decimal"/>.</summary>
    public object Value { get; }

    /// <summary><c>name: value</c>, the same in every culture.</summary>
    public override string ToString() => Name + ": " + NumberText.Of(Value);
}
