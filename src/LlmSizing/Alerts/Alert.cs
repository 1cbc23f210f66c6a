namespace LlmSizing;

/// <summary>How much an alert matters.</summary>
public enum AlertSeverity
{
    /// <summary>Good to know; nothing is wrong.</summary>
    Information,

    /// <summary>The plan may not hold.</summary>
    Warning,

    /// <summary>The plan cannot work.</summary>
    Critical,
}

/// <summary>Something that can go wrong with a plan, and what to do about it.</summary>
public sealed class Alert
{
    /// <summary>Creates the alert.</summary>
    public Alert(AlertSeverity severity, string code, string message, string action)
    {
        Severity = severity;
        Code = code;
        Message = message;
        Action = action;
    }

    /// <summary>How much it matters.</summary>
    public AlertSeverity Severity { get; }

    /// <summary>The stable code, in snake_case.</summary>
    public string Code { get; }

    /// <summary>What was found, with the numbers of the case.</summary>
    public string Message { get; }

    /// <summary>What to do.</summary>
    public string Action { get; }

    /// <summary>Severity, code and message.</summary>
    public override string ToString() => $"{Severity} {Code}: {Message}";
}
