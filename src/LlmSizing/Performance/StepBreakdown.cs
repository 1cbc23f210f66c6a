using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A step part by part.</summary>
public sealed class StepBreakdown
{
    internal StepBreakdown(IReadOnlyList<StepComponent> components)
    {
        Components = new ReadableList<StepComponent>(components);
        Seconds = components.Sum(component => component.Seconds);
        IGrouping<string, StepComponent> largest = components.GroupBy(component => component.Bound).OrderByDescending(group => group.Sum(component => component.Seconds)).First();
        Bound = largest.Key;
        BoundShare = Seconds == 0 ? 0 : largest.Sum(component => component.Seconds) / Seconds;
    }

    /// <summary>The parts.</summary>
    public ReadableList<StepComponent> Components { get; }

    /// <summary>Seconds of the step.</summary>
    public double Seconds { get; }

    /// <summary>What most of the time goes to: compute, memory, communication or launch.</summary>
    public string Bound { get; }

    /// <summary>The share of the time that does, 0 to 1.</summary>
    public double BoundShare { get; }

    /// <summary>Floating-point operations of one GPU.</summary>
    public double Flops => Components.Sum(component => component.Flops);

    /// <summary>Bytes that one GPU reads of its memory.</summary>
    public double MemoryBytes => Components.Where(component => component.CommunicationSeconds == 0).Sum(component => component.Bytes);

    /// <summary>The parts.</summary>
    public override string ToString() => Components.ToString();
}
