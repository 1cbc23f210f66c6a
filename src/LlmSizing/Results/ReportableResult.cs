namespace LlmSizing;

/// <summary>A result that a report can be written of.</summary>
public abstract class ReportableResult
{
    private protected ReportableResult()
    {
    }
}
