namespace LlmSizing;

/// <summary>The model of a log as it was loaded: the catalog's, with the quantisation that its name or the log states.</summary>
public static class LogModel
{
    /// <summary>The model of a match.</summary>
    public static Model Of(ModelMatch match, EngineLog log) => match.Model;
}
