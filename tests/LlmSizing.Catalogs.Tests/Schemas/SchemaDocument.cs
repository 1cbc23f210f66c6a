using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LlmSizing.Catalogs.Tests.Schemas;

/// <summary>The JSON Schema (draft-07) that the reader's table of fields amounts to.</summary>
internal static class SchemaDocument
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema files by name, with their text.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["models"] = Write("Models", List(Shapes.Models)),
        ["servers"] = Write("Servers: one node each", List(Shapes.Servers)),
        ["storage"] = Write("Storage profiles", List(Shapes.Storage)),
        ["scenarios"] = Write("Scenarios, in the order of the report", List(Shapes.Scenarios)),
        ["calibrations"] = Write("Measured constants of engines", List(Shapes.Calibrations)),
        ["tunings"] = Write("Measured constants of step times", List(Shapes.Tunings)),
        ["prices"] = Write("Prices of servers, the operator's own", Prices()),
        ["parameters"] = Write("The dictionary of parameters of a language, in the order of the report", List(Shapes.Parameters)),
        ["requirements"] = Requirements(),
        ["texts"] = Write("The sentences of a language", ("texts", Texts())),
        ["catalog"] = Write("A catalog of several kinds in one file", required: false, List(Shapes.Models), List(Shapes.Servers), List(Shapes.Storage), List(Shapes.Scenarios), List(Shapes.Calibrations), List(Shapes.Tunings), Prices()),
    };

    private static (string Section, JsonObject Schema) List<T>(EntryShape<T> shape) where T : class =>
        (shape.Section, new JsonObject { ["type"] = "array", ["items"] = Map(shape.Fields) });

    private static (string Section, JsonObject Schema) Prices()
    {
        (string section, JsonObject schema) = List(Shapes.Prices);
        schema["items"]!["anyOf"] = new JsonArray([.. PriceShape.Amounts.Select(name => new JsonObject { ["required"] = Array([name]) })]);
        return (section, schema);
    }

    private static string Requirements()
    {
        JsonObject workloads = Items(true, Map(WorkloadFields.Workload));
        workloads.Insert(0, "description", "What runs on the fleet, each with a share of its load or a load of its own.");
        JsonObject fleet = Map(WorkloadFields.Fleet);
        fleet.Insert(0, "description", "The totals that shares divide, and what holds for each workload that does not say otherwise.");
        JsonNode document = JsonNode.Parse(Write("Requirements of several workloads on one fleet", ("fleet", fleet), ("workloads", workloads)))!;
        document["required"] = Array(["workloads"]);
        return document.ToJsonString(Indented) + "\n";
    }

    private static string Write(string title, params (string Section, JsonObject Schema)[] sections) => Write(title, required: true, sections);

    private static string Write(string title, bool required, params (string Section, JsonObject Schema)[] sections)
    {
        var properties = new JsonObject { ["$schema"] = new JsonObject { ["type"] = "string", ["description"] = "This schema, for editors of JSON." } };
        foreach ((string section, JsonObject schema) in sections)
        {
            properties[section] = schema;
        }
        var document = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title, ["type"] = "object", ["additionalProperties"] = false };
        if (required)
        {
            document["required"] = Array(sections.Select(section => section.Section));
        }
        document["properties"] = properties;
        return document.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Map(MapShape shape)
    {
        var properties = new JsonObject();
        foreach (Field field in shape.Fields)
        {
            properties[field.Name] = Property(field);
        }
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = Array(shape.Fields.Where(field => field.IsRequired).Select(field => field.Name)),
            ["properties"] = properties,
        };
    }

    private static JsonObject Property(Field field)
    {
        JsonObject schema = field switch
        {
            IntegerField number => Number("integer", number),
            DecimalField number => Number("number", number),
            BooleanField => new JsonObject { ["type"] = "boolean" },
            NameField name => new JsonObject { ["type"] = "string", ["pattern"] = $"^[a-zA-Z0-9][a-zA-Z0-9._+{(name.MayHaveSlashes ? "/" : "")}-]*$", ["maxLength"] = name.MaximumLength },
            TextField text => Text(text),
            ChoiceField choice => new JsonObject { ["type"] = "string", ["enum"] = Array(choice.Choices) },
            KvPrecisionField => new JsonObject { ["type"] = "string", ["pattern"] = "^[a-zA-Z0-9_]+(/[a-zA-Z0-9_]+)?$" },
            AutoOrNumberField either => new JsonObject { ["anyOf"] = new JsonArray(Number("integer", either.Number), new JsonObject { ["const"] = AutoOrNumberField.Auto }) },
            TokensField tokens => new JsonObject { ["anyOf"] = new JsonArray(Number("integer", tokens.Number), new JsonObject { ["type"] = "string", ["pattern"] = TokensField.Pattern }) },
            HaModeField => new JsonObject { ["type"] = "string", ["pattern"] = @"^(none|n\+[1-9][0-9]?)$" },
            TextListField list => Items(list.IsRequired, Property(list.Item)),
            LayersField layers => Items(true, Layers(layers)),
            LayerSetField => new JsonObject { ["type"] = "string", ["pattern"] = LayerSetField.Pattern },
            WeightsField => Items(true, new JsonObject { ["type"] = "string", ["description"] = $"One line: {WeightsField.Item}.", ["pattern"] = WeightsField.Pattern }),
            ArchitectureField architecture => Map(architecture.Shape),
            ConstantsField constants => Items(true, Map(constants.Shape)),
            TuningConstantsField constants => Map(constants.Shape),
            TuningCasesField cases => Items(false, Map(cases.Shape)),
            EngineVersionField => new JsonObject { ["type"] = "string", ["pattern"] = EngineVersionField.Pattern },
            RatioRuleField ratio => Map(ratio.Shape),
            _ => throw new System.NotSupportedException($"No schema is known for {field.GetType().Name}: describe it here."),
        };
        string unit = Unit(field);
        schema.Insert(0, "description", unit.Length == 0 ? field.Description : $"{field.Description} Unit: {unit}.");
        return schema;
    }

    private static string Unit(Field field) => field switch
    {
        IntegerField number => number.Unit,
        DecimalField number => number.Unit.Length == 0 ? "" : number.Unit + ", at most nine decimals",
        _ => "",
    };

    private static JsonObject Number<T>(string type, NumberField<T> field) where T : struct => new()
    {
        ["type"] = type,
        [field.IsMinimumExcluded ? "exclusiveMinimum" : "minimum"] = field.Minimum,
        ["maximum"] = field.Maximum,
    };

    private static JsonObject Text(TextField field) => new()
    {
        ["type"] = "string",
        ["pattern"] = field.MayHaveLines ? @"\S" : @"^[^\t\r\n]*[^\s][^\t\r\n]*$",
        ["maxLength"] = field.MaximumLength,
    };

    private static JsonObject Items(bool required, JsonObject item)
    {
        var list = new JsonObject { ["type"] = "array" };
        if (required)
        {
            list["minItems"] = 1;
        }
        list["items"] = item;
        return list;
    }

    private static JsonObject Layers(LayersField field)
    {
        JsonObject layers = Map(field.Shape);
        layers["oneOf"] = new JsonArray([.. LayoutShape.All.Select(Layout)]);
        return layers;
    }

    private static JsonObject Layout(LayoutShape layout)
    {
        IEnumerable<Field> others = LayerFields.Sizes.Except(layout.Required).Except(layout.Optional);
        var schema = new JsonObject { ["properties"] = new JsonObject { ["layout"] = new JsonObject { ["enum"] = Array([layout.Name]) } } };
        if (layout.Required.Count > 0)
        {
            schema["required"] = Array(layout.Required.Select(field => field.Name));
        }
        schema["not"] = new JsonObject { ["anyOf"] = new JsonArray([.. others.Select(field => new JsonObject { ["required"] = Array([field.Name]) })]) };
        return schema;
    }

    private static JsonObject Texts()
    {
        JsonObject sentence = Property(TextsShape.Sentence);
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Ids and sentences.",
            ["additionalProperties"] = false,
            ["patternProperties"] = new JsonObject { [$"^[a-zA-Z0-9][a-zA-Z0-9._+-]{{0,{(TextsShape.Id.MaximumLength - 1).ToString(CultureInfo.InvariantCulture)}}}$"] = sentence },
        };
    }

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
