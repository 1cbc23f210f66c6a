using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NJsonSchema;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Schemas;

public class SchemaFileTests
{
    public static TheoryData<string> Kinds => [.. SchemaDocument.Files.Keys];

    public static TheoryData<string> BuiltIn => [.. Repository.CatalogFiles.Select(file => Path.GetRelativePath(Repository.Catalogs, file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_schema_says_what_the_reader_does(string kind)
    {
        string expected = Path.Combine(AppContext.BaseDirectory, kind + ".schema.json");
        File.WriteAllText(expected, SchemaDocument.Files[kind]);
        string file = Path.Combine(Repository.Schemas, kind + ".schema.json");
        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == SchemaDocument.Files[kind],
            $"catalogs/schema/{kind}.schema.json differs from the reader's fields. If the reader is right, copy {expected} there.");
    }

    [Fact]
    public void There_is_no_other_schema() => Assert.Equal(
        SchemaDocument.Files.Keys.Select(kind => kind + ".schema.json").Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Repository.Schemas).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public async Task Every_built_in_file_names_its_schema_and_follows_it(string file)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Repository.Catalogs, file));
        string kind = file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : file[..file.IndexOf('.', StringComparison.Ordinal)];
        string up = file.Contains('/', StringComparison.Ordinal) ? "../" : "./";
        Assert.StartsWith($"# yaml-language-server: $schema={up}schema/{kind}.schema.json\n", text, StringComparison.Ordinal);
        JsonSchema schema = await JsonSchema.FromJsonAsync(SchemaDocument.Files[kind]);
        Assert.Empty(schema.Validate(NodeJson.Of(NodeReader.Read(text, isJson: false)!)!.ToJsonString()).Select(error => error.ToString()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_field_is_described(string kind)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(SchemaDocument.Files[kind]);
        Assert.DoesNotContain(Described(schema), property => property.Description is null or { Length: < 10 });
    }

    private static IEnumerable<JsonSchemaProperty> Described(JsonSchema schema) => schema.Properties.Values
        .Where(property => property.Type != JsonObjectType.Array || property.Item?.Properties.Count == 0 || property.Name == "layers")
        .Concat(schema.Properties.Values.SelectMany(Described))
        .Concat(schema.Item is null ? [] : Described(schema.Item));
}
