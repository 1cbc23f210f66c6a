using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>How much of a datasheet an engine reaches on a kind of GPU, and what its steps cost besides: every constant of <see cref="TuningConstants"/>.</summary>
public sealed class EngineTuning
{
    private readonly double[] values;

    /// <summary>Creates the tuning; a constant that is not given has its ideal value.</summary>
    /// <param name="values">Constants and their values.</param>
    /// <exception cref="SizingException">A value is out of its range.</exception>
    public EngineTuning(IEnumerable<KeyValuePair<TuningConstant, double>> values)
    {
        this.values = TuningConstants.All.Select(constant => constant.Ideal).ToArray();
        foreach (KeyValuePair<TuningConstant, double> value in values)
        {
            this.values[value.Key.Index] = value.Value >= value.Key.Least && value.Value <= value.Key.Most
                ? value.Value
                : throw new SizingException(value.Key.Name, $"{value.Key.Name} must be {NumberText.AsWritten((decimal)value.Key.Least)} to {NumberText.AsWritten((decimal)value.Key.Most)}.");
        }
    }

    /// <summary>Nothing is lost: the roofline of the datasheet (Williams, Waterman, Patterson 2009, doi 10.1145/1498765.1498785).</summary>
    public static EngineTuning Ideal { get; } = new([]);

    /// <summary>The value of a constant, in its unit.</summary>
    public double this[TuningConstant constant] => values[constant.Index];

    /// <summary>The same with other values in place of some.</summary>
    /// <param name="changes">Constants and their values.</param>
    /// <exception cref="SizingException">A value is out of its range.</exception>
    public EngineTuning With(params KeyValuePair<TuningConstant, double>[] changes) =>
        new(TuningConstants.All.Select(constant => new KeyValuePair<TuningConstant, double>(constant, values[constant.Index])).Concat(changes));

    internal double Seconds(TuningConstant constant) => values[constant.Index] * constant.SecondsPerUnit;
}
