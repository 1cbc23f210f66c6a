namespace LlmSizing;

/// <summary>Why a node is refused although the file can be parsed.</summary>
internal sealed class Defect
{
    public Defect(string code, string message, string suggestion)
    {
        Code = code;
        Message = message;
        Suggestion = suggestion;
    }

    public string Code { get; }

    public string Message { get; }

    public string Suggestion { get; }
}
