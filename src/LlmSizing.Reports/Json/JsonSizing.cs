namespace LlmSizing;

/// <summary>A question and its answers.</summary>
internal static class JsonSizing
{
    public static void Write(JsonPage json, Sizing sizing, Texts texts)
    {
        json.Object("inputs", () => JsonInputs.Write(json, sizing.Request));
        json.Objects("scenarios", sizing.Results, result => JsonScenario.Write(json, result, texts));
    }
}
