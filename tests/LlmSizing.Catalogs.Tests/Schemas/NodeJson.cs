using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace LlmSizing.Catalogs.Tests.Schemas;

/// <summary>A file's nodes as JSON, as an editor's YAML language server sees them.</summary>
internal static class NodeJson
{
    public static JsonNode? Of(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(entry => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(entry.Key.Text, Of(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Of)]),
        ScalarNode { IsPlain: true, Text: "true" or "false" } boolean => JsonValue.Create(boolean.Text == "true"),
        ScalarNode { IsPlain: true } number when NumberSyntax.IsNumber(number.Text) => JsonValue.Create(decimal.Parse(number.Text, CultureInfo.InvariantCulture)),
        ScalarNode text => JsonValue.Create(text.Text),
        _ => null,
    };
}
