using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LlmSizing.Catalogs.Tests.Safetensors;

/// <summary>Broken indexes: a name, the text, and words of the error.</summary>
internal static class HostileIndexes
{
    // Names that would lead out of the folder, on one system or another, or to no regular file.
    private static readonly string[] Paths =
    [
        "../model.safetensors", "..\\model.safetensors", "/etc/passwd", "/dev/zero.safetensors", "a/b.safetensors", "a\\b.safetensors", "C:\\x.safetensors", "C:x.safetensors", "\\\\server\\share\\x.safetensors",
        "//server/x.safetensors", "file:///x.safetensors", "https://example.org/x.safetensors", "x.safetensors:stream", "x.safetensors:stream.safetensors", "..", ".", "", " ", " x.safetensors", "x.safetensors ", ".x.safetensors",
        "x\0.safetensors", "x\n.safetensors", "x\u001b[31m.safetensors", "x*.safetensors", "x?.safetensors", "~/x.safetensors", "~x.safetensors", "$HOME.safetensors", "%TEMP%.safetensors", "{x}.safetensors", "x|y.safetensors",
        "x;y.safetensors", "x.bin", "x.safetensors.bin", "pytorch_model.bin", "x", "con", "модель.safetensors", "x\u202e.safetensors", "x y.safetensors", "x'y.safetensors", "x&y.safetensors",
    ];

    public static IReadOnlyList<(string Name, byte[] Bytes, string Words)> All => [.. Texts, .. Paths.Select((path, i) => Map($"file {i}: {path.Replace('\0', '0').Replace('\n', 'n').Replace('\u001b', 'e').Replace('\u202e', 'r')}", Quoted(path), "never a path"))];

    private static IEnumerable<(string, byte[], string)> Texts =>
    [
        Text("no JSON", "weights", "broken"),
        Text("a list", "[]", "no weight_map"),
        Text("a number", "1", "no weight_map"),
        Text("nothing in it", "{}", "no weight_map"),
        Text("metadata alone", "{\"metadata\":{\"total_size\":1}}", "no weight_map"),
        Text("an empty map", "{\"weight_map\":{}}", "no weight_map"),
        Text("a map that is a list", "{\"weight_map\":[\"a\"]}", "no weight_map"),
        Text("a map that is nothing", "{\"weight_map\":null}", "no weight_map"),
        Text("a map that is a text", "{\"weight_map\":\"x.safetensors\"}", "no weight_map"),
        Text("a tensor twice", "{\"weight_map\":{\"a\":\"x.safetensors\",\"a\":\"y.safetensors\"}}", "comes twice"),
        Text("the map twice", "{\"weight_map\":{\"a\":\"x.safetensors\"},\"weight_map\":{}}", "comes twice"),
        Text("no end", "{\"weight_map\":{\"a\":\"x.safetensors\"", "broken"),
        Text("more after the end", "{\"weight_map\":{\"a\":\"x.safetensors\"}} x", "more after the end"),
        Text("deep lists", "{\"weight_map\":" + new string('[', 100) + "}", "deep"),
        Text("a name of 600 characters", "{\"weight_map\":{\"" + new string('n', 600) + "\":\"x.safetensors\"}}", "longer than 512"),
        ("bytes that are no UTF-8", [(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)'}'], "broken"),
        ("UTF-16", Encoding.Unicode.GetBytes("{\"weight_map\":{}}"), "broken"),
        ("zeros", new byte[64], "broken"),
        Map("a number for a file", "1", "the name of a file is needed"),
        Map("nothing for a file", "null", "the name of a file is needed"),
        Map("a list for a file", "[\"x.safetensors\"]", "the name of a file is needed"),
        Map("an object for a file", "{\"file\":\"x.safetensors\"}", "the name of a file is needed"),
        Text("10,001 files", "{\"weight_map\":{" + string.Join(",", Enumerable.Range(0, 10_001).Select(i => $"\"{i}\":\"{i}.safetensors\"")) + "}}", "10000 are the most"),
        Map("a file that is not there", "\"x.safetensors\"", "1 of 1 files that the index names are not there"),
    ];

    private static string Quoted(string path) => System.Text.Json.JsonSerializer.Serialize(path);

    private static (string, byte[], string) Map(string name, string file, string words) => Text(name, $"{{\"weight_map\":{{\"a\":{file}}}}}", words);

    private static (string, byte[], string) Text(string name, string text, string words) => (name, Encoding.UTF8.GetBytes(text), words);
}
