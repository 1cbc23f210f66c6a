namespace LlmSizing;

/// <summary>A quantity that one rank printed.</summary>
public sealed class LogObservation
{
    /// <summary>Creates the observation.</summary>
    /// <param name="quantity">What was printed.</param>
    /// <param name="value">The number, in the quantity's unit.</param>
    /// <param name="step">One unit of the last digit that was printed, in the same unit.</param>
    /// <param name="rank">Which rank or device printed it, or empty.</param>
    /// <param name="line">The line's number, from 1.</param>
    /// <param name="text">The line, or its beginning.</param>
    public LogObservation(LogQuantity quantity, decimal value, decimal step, string rank = "", long line = 0, string text = "")
    {
        Quantity = quantity;
        Value = value;
        Step = step;
        Rank = rank;
        Line = line;
        Text = text;
    }

    /// <summary>What was printed.</summary>
    public LogQuantity Quantity { get; }

    /// <summary>The number, in the quantity's unit.</summary>
    public decimal Value { get; }

    /// <summary>One unit of the last digit that was printed: the true value lies within half of it.</summary>
    public decimal Step { get; }

    /// <summary>Which rank or device printed it, such as TP1 or CUDA0, or empty.</summary>
    public string Rank { get; }

    /// <summary>The line's number, from 1.</summary>
    public long Line { get; }

    /// <summary>The line, or its beginning.</summary>
    public string Text { get; }

    /// <summary><c>weights 33.88 GiB</c>.</summary>
    public override string ToString() => $"{Quantity.Id} {NumberText.AsWritten(Value)} {Quantity.Unit}";
}
