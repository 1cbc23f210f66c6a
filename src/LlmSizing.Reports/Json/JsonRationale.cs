namespace LlmSizing;

internal static class JsonRationale
{
    public static void Write(JsonPage json, Rationale rationale) => json.Object("rationale", () =>
    {
        json.Texts("formula", rationale.Formula);
        json.Objects("inputs", rationale.Inputs, input =>
        {
            json.Text("name", input.Name);
            json.Any("value", input.Value);
        });
        json.Text("interpretation", rationale.Interpretation);
    });
}
