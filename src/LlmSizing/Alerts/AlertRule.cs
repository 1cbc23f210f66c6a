namespace LlmSizing;

/// <summary>One thing to warn about: when it applies and how much it matters. Its words are in texts.&lt;culture&gt;.yaml.</summary>
public abstract class AlertRule
{
    /// <summary>Creates the rule.</summary>
    protected AlertRule(AlertSeverity severity, string code)
    {
        Severity = severity;
        Code = code;
    }

    /// <summary>How much it matters.</summary>
    public AlertSeverity Severity { get; }

    /// <summary>The stable code, in snake_case.</summary>
    public string Code { get; }

    /// <summary>Whether the result deserves the alert.</summary>
    public abstract bool Applies(ScenarioResult result);

    /// <summary>The alert in words.</summary>
    public Alert Raise(ScenarioResult result, Texts texts) => new(Severity, Code, Sentence(result, texts, "message"), Sentence(result, texts, "action"));

    private string Sentence(ScenarioResult result, Texts texts, string part) =>
        texts.Format($"alert.{Code}.{part}", name => ResultText.Of(result, name));
}
