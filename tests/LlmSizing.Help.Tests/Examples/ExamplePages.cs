using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LlmSizing.Help;

namespace LlmSizing.Tests;

/// <summary>The files that show examples: the pages of every language, and the README where there is one.</summary>
internal static class ExamplePages
{
    /// <summary>Paths from the root, with '/'.</summary>
    internal static IReadOnlyList<string> All { get; } = Find();

    internal static IEnumerable<string> OfCmdlets => All.Where(page => Path.GetFileName(page).Contains('-', StringComparison.Ordinal));

    internal static IReadOnlyList<Example> Read(string page) => Example.ReadFile(Repository.PathOf(page));

    internal static string LanguageOf(string page) => page.Split('/') is ["docs", var culture, _] ? culture : "en-US";

    /// <summary>Writes what was printed into the fence of the output.</summary>
    internal static void Replace(string page, Example example, string printed)
    {
        List<string> lines = [.. File.ReadAllLines(Repository.PathOf(page))];
        int end = lines.IndexOf("```", example.Line);
        int first = lines.IndexOf("```text", end) + 1;
        int last = lines.IndexOf("```", first);
        lines.RemoveRange(first, last - first);
        lines.InsertRange(first, printed.Split('\n').Where(_ => printed.Length > 0));
        File.WriteAllText(Repository.PathOf(page), string.Join('\n', lines) + "\n");
    }

    private static List<string> Find()
    {
        IEnumerable<string> pages = Directory.GetDirectories(Repository.PathOf("docs"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.md").Select(file => $"docs/{Path.GetFileName(folder)}/{Path.GetFileName(file)}"))
            .Order(StringComparer.Ordinal);
        return [.. pages, .. File.Exists(Repository.PathOf("README.md")) ? ["README.md"] : Array.Empty<string>()];
    }
}
