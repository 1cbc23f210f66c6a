namespace LlmSizing;

/// <summary>Why an engine refuses to place a model so.</summary>
public sealed class PlacementProblem
{
    internal PlacementProblem(string code, string parameter, string message)
    {
        Code = code;
        Parameter = parameter;
        Message = message;
    }

    /// <summary>The stable code, in snake_case.</summary>
    public string Code { get; }

    /// <summary>The parameter to change.</summary>
    public string Parameter { get; }

    /// <summary>What does not go, with the numbers, and what does.</summary>
    public string Message { get; }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
