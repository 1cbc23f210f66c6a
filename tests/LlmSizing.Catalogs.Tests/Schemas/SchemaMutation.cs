using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace LlmSizing.Catalogs.Tests.Schemas;

/// <summary>A good document with one thing wrong that its schema names.</summary>
internal sealed record SchemaMutation(string Name, string Json)
{
    /// <summary>Every way to break each field of the schema, one at a time.</summary>
    public static IEnumerable<SchemaMutation> Of(string good, JsonObject schema) => At(good, schema, "$");

    private static IEnumerable<SchemaMutation> At(string good, JsonObject schema, string path)
    {
        foreach (JsonNode? required in schema["required"]?.AsArray() ?? [])
        {
            yield return Change(good, path, "without " + required, parent => parent.Remove((string)required!));
        }
        if (schema["properties"] is not JsonObject properties)
        {
            yield break;
        }
        yield return Change(good, path, "with a key that is unknown", parent => parent["unknown_key"] = 1);
        foreach ((string name, JsonNode? property) in properties)
        {
            if (name == "$schema")
            {
                continue;
            }
            foreach ((string what, JsonNode? wrong) in Wrong(property!.AsObject()))
            {
                yield return Change(good, path, $"{name} {what}", parent => parent[name] = wrong?.DeepClone());
            }
            JsonObject inner = property["items"]?.AsObject() ?? property.AsObject();
            foreach (SchemaMutation mutation in At(good, inner, $"{path}.{name}"))
            {
                yield return mutation;
            }
        }
    }

    private static IEnumerable<(string What, JsonNode? Value)> Wrong(JsonObject property)
    {
        yield return ("is null", null);
        foreach ((string what, JsonNode value, string[] types) in Values)
        {
            if (!types.Contains((string?)property["type"]))
            {
                yield return (what, value);
            }
        }
        if (property["minimum"] is JsonNode minimum)
        {
            yield return ("is below its minimum", minimum.GetValue<decimal>() - 1);
        }
        if (property["exclusiveMinimum"] is JsonNode excluded)
        {
            yield return ("is its excluded minimum", excluded.GetValue<decimal>());
        }
        if (property["maximum"] is JsonNode maximum)
        {
            yield return ("is above its maximum", maximum.GetValue<decimal>() + 1);
        }
        if (property["maxLength"] is JsonNode length)
        {
            yield return ("is too long", new string('x', length.GetValue<int>() + 1));
        }
        if (property["enum"] is not null)
        {
            yield return ("is none of the choices", "other");
        }
        if (property["pattern"] is not null)
        {
            yield return ("is blank", "  ");
            yield return ("is empty", "");
        }
        if (property["minItems"] is not null)
        {
            yield return ("is an empty list", new JsonArray());
        }
        if (property["items"]?["type"] is JsonNode item && (string?)item == "string")
        {
            yield return ("has an item that is a number", new JsonArray(1));
            yield return ("has an item that is empty", new JsonArray(""));
        }
    }

    private static readonly (string What, JsonNode Value, string[] Types)[] Values =
    [
        ("is text", "text", ["string"]),
        ("is a number in quotes", "1", ["string"]),
        ("is a whole number", 1, ["integer", "number"]),
        ("is a fraction", 0.5m, ["number"]),
        ("is true", true, ["boolean"]),
        ("is a list", new JsonArray("x"), ["array"]),
        ("is a mapping", new JsonObject { ["x"] = 1 }, ["object"]),
    ];

    private static SchemaMutation Change(string good, string path, string name, System.Action<JsonObject> change)
    {
        JsonNode root = JsonNode.Parse(good)!;
        JsonNode parent = root;
        foreach (string step in path.Split('.').Skip(1))
        {
            parent = parent[step]!;
            parent = parent is JsonArray list ? list[^1]! : parent;
        }
        change(parent.AsObject());
        return new SchemaMutation($"{path} {name}", root.ToJsonString());
    }
}
