using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LlmSizing.Reports.Tests;

/// <summary>The shipped texts and parameters, read without the catalog reader: these files are flat and every value is in double quotes.</summary>
internal static partial class Words
{
    public static readonly string[] Cultures = ["en-US", "pt-BR"];

    private static readonly Dictionary<string, Texts> Languages = Cultures.ToDictionary(culture => culture, Read);

    public static Texts Of(string culture) => Languages[culture];

    public static IReadOnlyDictionary<string, string> Entries(string culture) => Lines($"texts.{culture}.yaml")
        .ToDictionary(entry => entry.Name, entry => entry.Value);

    public static IReadOnlyList<SizingParameter> Parameters(string culture)
    {
        var parameters = new List<SizingParameter>();
        var fields = new Dictionary<string, string>();
        foreach ((string name, string value) in Lines($"parameters.{culture}.yaml").Append(("- name", "")))
        {
            if (name == "- name" && fields.Count > 0)
            {
                parameters.Add(new SizingParameter(
                    fields["- name"], fields["description"], fields["origin"], fields["importance"], fields["common_error"], fields.ContainsKey("in_report")));
                fields.Clear();
            }
            fields[name] = value;
        }
        return parameters;
    }

    private static Texts Read(string culture) => new(culture, () => Entries(culture));

    public static IEnumerable<(string Name, string Value)> Parse(IEnumerable<string> lines) =>
        from line in lines
        let match = Entry().Match(line)
        where match.Success
        select (match.Groups[1].Value, Unquoted(match.Groups[2].Value));

    private static IEnumerable<(string Name, string Value)> Lines(string file) =>
        Parse(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "catalogs", file)));

    private static string Unquoted(string value) => value.StartsWith('"') ? JsonSerializer.Deserialize<string>(value)! : value;

    [GeneratedRegex("^ +([-a-z0-9_. ]+): (.+)$")]
    private static partial Regex Entry();
}
