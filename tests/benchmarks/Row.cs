namespace LlmSizing.Benchmarks;

/// <summary>One line of the table: what was measured, the floor it is compared with, and the bar it must clear.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">The figure with its unit.</param>
/// <param name="Floor">The floor of the same run with its unit, or nothing.</param>
/// <param name="Ratio">Measured against floor, or nothing.</param>
/// <param name="Bar">What is asked for, or nothing where the line only informs.</param>
/// <param name="Ok">Whether the bar is cleared.</param>
internal sealed record Row(string What, string Measured, string Floor, string Ratio, string Bar, bool Ok)
{
    /// <summary>The columns in their order.</summary>
    public string[] Cells => [What, Measured, Floor, Ratio, Bar, Bar.Length == 0 ? "" : Ok ? "ok" : "MISSED"];
}
