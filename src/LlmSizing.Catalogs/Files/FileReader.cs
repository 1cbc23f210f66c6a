using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;

namespace LlmSizing;

/// <summary>Reads a file: bytes, characters, nodes, entries. Content never throws: what is wrong becomes a problem.</summary>
internal static class FileReader
{
    private const string SchemaKey = "$schema";

    private static readonly ModelShape Models = new();
    private static readonly ServerShape Servers = new();
    private static readonly StorageShape Storage = new();
    private static readonly ScenarioShape Scenarios = new();
    private static readonly CalibrationShape Calibrations = new();
    private static readonly TuningShape Tunings = new();
    private static readonly PriceShape Prices = new();
    private static readonly ParameterShape Parameters = new();

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">How its entries name it.</param>
    public static FileContent Read(string path, string source)
    {
        var watch = Stopwatch.StartNew();
        var content = new FileContent(path);
        try
        {
            ReadRoot(SourceText.Decode(FileBytes.Read(path)), content, source);
        }
        catch (RefusedFileException refused)
        {
            content.Problems.Add(refused);
        }
        content.Milliseconds = watch.Elapsed.TotalMilliseconds;
        return content;
    }

    /// <summary>Reads the text of a YAML file that is none yet.</summary>
    public static FileContent ReadText(string text, string source)
    {
        var content = new FileContent(source);
        try
        {
            byte[] bytes = new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text);
            ReadRoot(bytes.Length <= YamlLimits.Bytes ? SourceText.Decode(bytes) : throw FileBytes.TooLarge(), content, source);
        }
        catch (RefusedFileException refused)
        {
            content.Problems.Add(refused);
        }
        catch (EncoderFallbackException)
        {
            content.Problems.Add(ProblemCodes.BadText, "A text holds half a surrogate pair, which is no character.", "Write text.");
        }
        return content;
    }

    private static void ReadRoot(string text, FileContent content, string source)
    {
        bool isJson = CatalogPaths.IsJson(content.Path);
        Node root = (isJson ? null : CanonicalYaml.Read(text)) ?? NodeReader.Read(text, isJson) ?? throw FileBytes.Empty();
        IReadOnlyList<string> sections = Sections(FileKinds.Of(content.Path));
        string expected = "Write " + string.Join(", ", sections.Select(section => section + ":")) + (sections.Count == 1 ? "" : " or several of them") + " at the root.";
        var place = new Place(content.Problems, "", null);
        if (root is ScalarNode { IsPlain: true } nothing && PlainText.IsNull(nothing.Text))
        {
            throw FileBytes.Empty();
        }
        if (root.Defect is not null || root is not MapNode map)
        {
            place.Refuse(root, null, root.Defect ?? new Defect(ProblemCodes.WrongType, $"The file is {root.Kind}.", expected));
            return;
        }
        bool any = false;
        foreach (MapEntry entry in map.Entries)
        {
            if (content.Problems.IsFull)
            {
                break;
            }
            string key = entry.Key.Text;
            if (entry.Key.Defect is not null)
            {
                place.Refuse(entry.Key, key, entry.Key.Defect);
            }
            else if (sections.Contains(key))
            {
                any = true;
                ReadSection(key, entry.Value, content, source);
            }
            else if (key != SchemaKey)
            {
                string? near = NearMiss.FindOne(key, sections);
                place.Refuse(
                    entry.Key, key, ProblemCodes.UnknownKey, $"{Shown.Quoted(key)} is no section of this file.", near is null ? expected : $"Did you mean '{near}'?");
            }
        }
        if (!any && content.Problems.Count == 0)
        {
            place.Refuse(map, null, ProblemCodes.EmptyFile, "The file has no section.", expected);
        }
    }

    private static IReadOnlyList<string> Sections(FileKind kind) => kind switch
    {
        FileKind.Texts => [TextsShape.Section],
        FileKind.Parameters => [Parameters.Section],
        _ => [Models.Section, Servers.Section, Storage.Section, Scenarios.Section, Calibrations.Section, Tunings.Section, Prices.Section],
    };

    private static void ReadSection(string key, Node section, FileContent content, string source)
    {
        switch (key)
        {
            case "models":
                content.Models = Models.Read(section, content.Problems, source);
                break;
            case "servers":
                content.Servers = Servers.Read(section, content.Problems, source);
                break;
            case "storage":
                content.Storage = Storage.Read(section, content.Problems, source);
                break;
            case "scenarios":
                content.Scenarios = Scenarios.Read(section, content.Problems, source);
                break;
            case "tunings":
                content.Tunings = Tunings.Read(section, content.Problems, source);
                break;
            case "prices":
                content.Prices = Prices.Read(section, content.Problems, source);
                break;
            case "calibrations":
                content.Calibrations = Calibrations.Read(section, content.Problems, source);
                break;
            case "parameters":
                content.Parameters = Parameters.Read(section, content.Problems, source);
                break;
            default:
                content.Texts = TextsShape.Read(section, content.Problems);
                break;
        }
    }
}
