using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LlmSizing.Catalogs.Tests.Hostile;

/// <summary>Files that are refused as a whole: not text, not YAML, not JSON, or made to keep a parser busy.</summary>
internal static class HostileStreams
{
    private const int Mebibyte = 1 << 20;

    public static IReadOnlyList<HostileFile> All => [.. Encodings, .. Documents, .. Json, .. Floods];

    private static IEnumerable<HostileFile> Encodings =>
    [
        new("UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Samples.Models)).ToArray(), 1, 1, null, "encoding", "Save it as UTF-8."),
        new("UTF-16, big end first", Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes(Samples.Models)).ToArray(), 1, 1, null, "encoding", "Save it as UTF-8."),
        new("UTF-16 without a mark", Encoding.Unicode.GetBytes(Samples.Models), 1, 2, null, "character", "Save it as UTF-8"),
        new("UTF-32", new UTF32Encoding(false, true).GetPreamble().Concat(Encoding.UTF32.GetBytes(Samples.Models)).ToArray(), 1, 1, null, "encoding", "Save it as UTF-8."),
        new("Latin-1", Encoding.Latin1.GetBytes(Samples.Spoil(Samples.Models, 8, "    notes: café")), 8, 15, null, "encoding", "Save it as UTF-8."),
        new("a surrogate in UTF-8", [.. Encoding.UTF8.GetBytes("models:\n  - name: "), 0xED, 0xA0, 0x80], 2, 11, null, "encoding", "Save it as UTF-8."),
        new("an overlong slash", [.. Encoding.UTF8.GetBytes("models:\n  - name: a"), 0xC0, 0xAF], 2, 12, null, "encoding", "Save it as UTF-8."),
        new("NUL in a value", Samples.Spoil(Samples.Models, 8, "    notes: a\0b"), 8, 13, null, "character", "UTF-8 text"),
        new("a mebibyte of NUL", new byte[Mebibyte], 1, 1, null, "character", "UTF-8 text"),
        new("a byte order mark inside", Samples.Spoil(Samples.Models, 8, "    notes: a\uFEFFb"), 8, 13, null, "character", "not visible"),
        new("two byte order marks", "\uFEFF\uFEFF" + Samples.Models, 1, 1, null, "character", "not visible"),
        new("an escape character", Samples.Spoil(Samples.Models, 8, "    notes: \u001B[2J"), 8, 12, null, "character", "not visible"),
        new("a line break that editors do not count", Samples.Spoil(Samples.Models, 8, "    notes: a\u2028    num_layers: 1"), 8, 13, null, "character", "not visible"),
        new("raw text that turns around", Samples.Spoil(Samples.Models, 8, "    notes: \u202Exyz"), 8, 12, null, "character", "not visible"),
    ];

    private static IEnumerable<HostileFile> Documents =>
    [
        new("empty", "", 0, 0, null, "empty_file", "Write 'models:'"),
        new("comments only", "# nothing\n", 0, 0, null, "empty_file", "Write 'models:'"),
        new("a document of nothing", "---\n", 0, 0, null, "empty_file", "Write 'models:'"),
        new("only the schema", "$schema: x\n", 1, 1, null, "empty_file", "Write models:"),
        new("several documents", Samples.Models + "---\n" + Samples.Servers, 17, 1, null, "several_documents", "Write one document"),
        new("a second document behind an end", Samples.Models + "...\n---\n" + Samples.Servers, 18, 1, null, "several_documents", "Write one document"),
        new("version directive", "%YAML 1.2\n---\n" + Samples.Models, 1, 1, null, "directive", "Leave the line out"),
        new("tag directive", "%TAG ! tag:evil.example,2000:\n---\n" + Samples.Models, 1, 1, null, "directive", "Leave the line out"),
        new("reserved directive", "%FOO bar\n---\n" + Samples.Models, 1, 1, null, "directive", "Leave the line out"),
        new("a list at the root", "- name: m\n", 1, 1, null, "wrong_type", "at the root"),
        new("text at the root", "models\n", 1, 1, null, "wrong_type", "at the root"),
        new("slip in a section", Samples.Models.Replace("models:", "model:", StringComparison.Ordinal), 1, 1, "model", "unknown_key", "Did you mean 'models'?"),
        new("texts among entries", "texts:\n  a: b\n", 1, 1, "texts", "unknown_key", "Write models:"),
        new("section of nothing", "models:\n", 1, 1, "models", "wrong_type", "Write a list of entries"),
        new("section as a mapping", "models:\n  m: { num_layers: 24 }\n", 2, 3, "models", "wrong_type", "Write a list of entries"),
        new("section with an anchor", "models: &all\n  - name: m\n", 1, 9, "models", "anchor", "Leave the name out"),
        new("section twice", Samples.Models + Samples.Models.Replace("name: m", "name: n", StringComparison.Ordinal), 17, 1, "models", "duplicate_key", "Keep one", survives: true),
        new("a list as a key", "? [models]\n: x\n", 1, 3, null, "complex_key", "Write 'key: value'"),
        new("a mapping as a key", "{ models: x }: y\n", 1, 1, null, "complex_key", "Write 'key: value'"),
        new("tab as indentation", "models:\n\t- name: m\n", 2, 1, null, "syntax", "Indent with spaces"),
        new("bracket left open", Samples.Spoil(Samples.Models, 9, "    source: [a page"), 10, 3, null, "syntax", "brackets"),
        new("quote left open", Samples.Spoil(Samples.Models, 8, "    notes: \"a"), 8, 12, null, "syntax", "quotes"),
        new("wrong indentation", Samples.Spoil(Samples.Models, 3, "   num_layers: 24"), 3, 4, null, "syntax", "indentation"),
        new("colon in a text", Samples.Spoil(Samples.Models, 8, "    notes: a: b"), 8, 13, null, "syntax", "quotes"),
        new("at sign", Samples.Spoil(Samples.Models, 8, "    family: @x"), 8, 13, null, "syntax", "quotes"),
        new("unknown escape", Samples.Spoil(Samples.Models, 8, "    notes: \"\\q\""), 8, 12, null, "syntax", "quotes"),
        new("end of a document only", "...\n", 0, 0, null, "empty_file", "Write 'models:'"),
        new("ends of documents only", "...\n...\n...\n", 3, 4, null, "syntax", "Check"),
        new("half a character", Samples.Spoil(Samples.Models, 8, "    notes: \"a\\uD83Db\""), 8, 12, null, "syntax", "quotes"),
    ];

    private static IEnumerable<HostileFile> Json =>
    [
        new("YAML named JSON", Samples.Models, 1, 1, null, "not_json", "or name the file .yaml", extension: "json"),
        new("JSON with single quotes", "{'models': []}", 1, 2, null, "not_json", "double quotes", extension: "json"),
        new("JSON without quotes", "{\"servers\": [{\"name\": s}]}", 1, 23, null, "not_json", "double quotes", extension: "json"),
        new("JSON with a comment", "{\n  # comment\n  \"models\": []}", 2, 3, null, "not_json", "Leave the comment out", extension: "json"),
        new("JSON with a key alone", "{\"models\"}", 1, 10, null, "not_json", "double quotes", extension: "json"),
        new("JSON with an anchor", "{\"models\": [&a {\"name\": \"m\"}]}", 1, 13, "models[0]", "anchor", "Leave the name out", extension: "json"),
        new("JSON cut short", "{\"models\": [{\"name\": \"m\"", 1, 25, null, "syntax", "brackets", extension: "json"),
        new("JSON null", "{\"servers\": [{\"name\": \"s\", \"gpus\": null, \"hbm_per_gpu_gb\": 1, \"source\": [\"x\"]}]}", 1, 36, "servers[0].gpus", "empty_value", "a whole number", extension: "json"),
        new("JSON document twice", "{\"models\": []}\n{\"models\": []}", 2, 1, null, "syntax", "Check", extension: "json"),
        new("JSON with a document mark", "--- {\"models\": []}", 1, 1, null, "not_json", "Write JSON", extension: "json"),
    ];

    private static IEnumerable<HostileFile> Floods =>
    [
        new("200 KB of [", Repeat("[", 200_000), 1, 17, null, "too_deep", "they need five"),
        new("a mebibyte of [", Repeat("[", Mebibyte), 1, 17, null, "too_deep", "they need five"),
        new("a mebibyte of {", Repeat("{", Mebibyte), 1, 2, null, "complex_key", "Write 'key: value'"),
        new("a mebibyte of - -", Repeat("- ", Mebibyte / 2), 1, 33, null, "too_deep", "they need five"),
        new("a mebibyte of ? ?", Repeat("? ", Mebibyte / 2), 1, 3, null, "complex_key", "Write 'key: value'"),
        new("a mebibyte of { in lists", Repeat("{a: [", Mebibyte / 5), 1, 41, null, "too_deep", "they need five"),
        new("a mebibyte of [ on lines", Repeat("[\n", Mebibyte / 2), 17, 1, null, "too_deep", "they need five"),
        new("1,400 levels of indentation", string.Concat(Enumerable.Range(0, 1400).Select(depth => new string(' ', depth) + "a:\n")), 17, 17, null, "too_deep", "they need five"),
        new("4 MB of [", Repeat("[", 4_000_000), 0, 0, null, "file_too_large", "Split it"),
        new("4 MB of models", Repeat("# comment\n", 400_000) + Samples.Models, 0, 0, null, "file_too_large", "Split it"),
        new("a scalar of a mebibyte", "models: " + Repeat("x", Mebibyte - 8), 1, 9, null, "text_too_long", "Shorten it."),
        new("a quoted scalar of a mebibyte", "models: \"" + Repeat("x", Mebibyte - 10) + "\"", 1, 9, null, "text_too_long", "Shorten it."),
        new("a folded scalar of a mebibyte", "models: >\n" + Repeat(" x\n", Mebibyte / 3 - 4), 1, 9, null, "text_too_long", "Shorten it."),
        new("a key of 100 KB", Repeat("k", 100_000) + ": 1", 1, 1, null, "text_too_long", "Shorten it."),
        new("a key of 2 KB", "models: []\n" + Repeat("k", 2000) + ": 1", 2, 1, null, "syntax", "colons"),
        new("an explicit key of 100 KB", "? " + Repeat("k", 100_000) + "\n: 1", 1, 3, null, "text_too_long", "Shorten it."),
        new("a million keys", string.Concat(Enumerable.Range(0, 1_000_000).Select(key => key + ":\n")), 0, 0, null, "file_too_large", "Split it"),
        new("150,000 keys", string.Concat(Enumerable.Range(0, 150_000).Select(key => key + ":\n"))[..Mebibyte], 50_000, 7, null, "too_many_nodes", "Split it"),
        new("250,000 items", "models: [" + Repeat("1, ", 250_000) + "]", 1, 300_001, null, "too_many_nodes", "Split it"),
        new("40,000 unknown keys", string.Concat(Enumerable.Range(0, 40_000).Select(key => "key" + key + ": 1\n")), 1, 1, "key0", "unknown_key", "Write models:"),
        new("40,000 keys like a field", "models:\n- name: m\n" + string.Concat(Enumerable.Range(0, 40_000).Select(key => "  head" + key + ": 1\n")), 3, 3, "models[0].head0", "unknown_key", "The fields are"),
        new("90,000 empty entries", "models:\n" + Repeat("- {}\n", 90_000), 2, 3, "models[0].name", "missing_field", "Write name:"),
        new("a mebibyte of comment", "#" + Repeat("x", Mebibyte - 1), 0, 0, null, "empty_file", "Write 'models:'"),
        new("a mebibyte of blanks", Repeat(" ", Mebibyte), 0, 0, null, "empty_file", "Write 'models:'"),
        new("a mebibyte of quotes", "models: " + Repeat("'", Mebibyte - 8), 1, 9, null, "text_too_long", "Shorten it."),
        new("a mebibyte of anchor", "models: &" + Repeat("a", Mebibyte - 20), 1, 9, "models", "anchor", "Leave the name out"),
        new("a mebibyte of tag", "models: !" + Repeat("%41", Mebibyte / 3 - 4), 1, 9, "models", "tag", "Leave the tag out"),
        new("billion laughs", Laughs(), 10, 9, "models", "alias", "Write the value itself."),
    ];

    private static string Laughs() => "a: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range('b', 8).Select(letter =>
        $"{(char)letter}: &{(char)letter} [{string.Join(", ", Enumerable.Repeat("*" + (char)(letter - 1), 9))}]\n")) + "models: *i\n";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
