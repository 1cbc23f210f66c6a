using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LlmSizing.Reports.Tests;

/// <summary>Does what the recipes of docs/ say, with their own text, to a copy of the sources, and looks for the result in the reports.</summary>
public class RecipeTests
{
    private static readonly string Root = RepositoryRoot.Folder;

    [Theory]
    [InlineData("en-US", "▸ Sessions of the fleet: 1,137 sessions\n", "The nodes carry 1 × 1137 sessions")]
    [InlineData("pt-BR", "▸ Fleet Sessions: 1,137 sessões\n", "Os nós suportam 1 × 1137 sessões")]
    public void A_metric_that_is_added_as_its_page_says_is_in_the_reports(string culture, string headline, string sentence)
    {
        string report = Follow("adding-a-metric.md", "Metrics/MetricList.cs", culture, nameof(Cases.Seed));
        Assert.Contains(headline, report, StringComparison.Ordinal);
        Assert.Contains(sentence, report, StringComparison.Ordinal);
        Assert.Contains("      • sessions_per_node: 1137\n", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "▸ WARNING: few_sessions_per_node\n  Only 1 session(s) of 6.25 GiB fit a node")]
    [InlineData("pt-BR", "▸ AVISO: few_sessions_per_node\n  Apenas 1 sessão(ões) de 6.25 GiB cabem em um nó")]
    public void An_alert_that_is_added_as_its_page_says_is_in_the_reports(string culture, string alert) => Assert.Contains(
        alert, Follow("adding-an-alert.md", "Alerts/AlertList.cs", culture, nameof(Cases.OneSession)), StringComparison.Ordinal);

    [Fact]
    public void A_language_that_is_begun_as_its_page_says_is_spoken_as_far_as_it_goes()
    {
        using var catalogs = new CatalogCopy();
        File.Copy(Path.Combine(Words.Folder("en-US"), "texts.en-US.yaml"), catalogs.File("texts.en-US.yaml"));
        File.WriteAllText(catalogs.File("texts.es-ES.yaml"), Blocks("adding-a-language.md", "yaml").Single());
        Assert.Equal(["en-US", "es-ES"], catalogs.Library.Cultures);
        string report = Sample.Write("Text", new SizingReport(Sample.Results(Cases.Seed), catalogs.Library.GetTexts("es-ES"), Words.Parameters("en-US")));
        Assert.StartsWith(new string('=', 100) + "\nINFORME AVANZADO DE DIMENSIONAMIENTO DE INFERENCIA LLM\n", report, StringComparison.Ordinal);
        Assert.Contains("▸ Nodos, con los de reserva: 2 nodos\n", report, StringComparison.Ordinal);
        Assert.Contains("SCENARIO: RECOMENDADO\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_language_page_lists_exactly_the_names_that_a_sentence_may_use()
    {
        string[] rows = [.. File.ReadLines(Page("adding-a-language.md")).Where(line => line.Contains("metric.", StringComparison.Ordinal) && line.StartsWith('|'))];
        string[] listed = [.. rows.SelectMany(row => Regex.Matches(row.Split('|')[2], "`([a-z0-9_]+)`").Select(match => match.Groups[1].Value))];
        string source = File.ReadAllText(Path.Combine(Root, "src", "LlmSizing", "Results", "ResultText.cs"));
        Assert.Equal(Regex.Matches(source, "\"([a-z0-9_]+)\" =>").Select(match => match.Groups[1].Value).Order(), listed.Order());
    }

    private static string Follow(string page, string list, string culture, string request)
    {
        string[] code = Blocks(page, "csharp");
        string[] words = Blocks(page, "yaml");
        using var catalogs = new CatalogCopy();
        string shipped = File.ReadAllText(Path.Combine(Words.Folder(culture), $"texts.{culture}.yaml"));
        File.WriteAllText(catalogs.File($"texts.{culture}.yaml"), shipped + words[Array.IndexOf(Words.Cultures, culture)] + "\n");
        IReadOnlyDictionary<string, string> texts = Words.EntriesOf(catalogs.Library.GetTexts(culture));
        Assembly assembly = Compile(code[0], list, code[1]);
        object report = assembly.GetType("LlmSizing.Reports.Tests.Recipe")!.GetMethod("Report")!.Invoke(null, [culture, texts, request])!;
        return (string)report;
    }

    private static Assembly Compile(string addedClass, string list, string addedLine)
    {
        string sources = Path.Combine(Root, "src");
        string tests = Path.Combine(Root, "tests", "LlmSizing.Reports.Tests");
        string listPath = Path.Combine(sources, "LlmSizing", list);
        IEnumerable<string> files = new[] { "LlmSizing", "LlmSizing.Reports" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(sources, project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(sources, file).Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Append(Path.Combine(tests, "Sample.cs"))
            .Append(Path.Combine(tests, "Cases.cs"))
            .Append(Path.Combine(tests, "PlacedCases.cs"))
            .Append(Path.Combine(tests, "TrafficCases.cs"))
            .Append(Path.Combine(tests, "StorageCases.cs"))
            .Append(Path.Combine(tests, "OperationsCases.cs"));
        IEnumerable<string> texts = files
            .Select(file => file == listPath ? WithLine(File.ReadAllText(file), addedLine) : File.ReadAllText(file))
            .Append(addedClass)
            .Append(Recipe);
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "Recipe",
            texts.Select(text => CSharpSyntaxTree.ParseText(text, options)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(file => !Path.GetFileName(file).StartsWith("LlmSizing", StringComparison.Ordinal))
                .Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        return new AssemblyLoadContext("recipe", isCollectible: true).LoadFromStream(image);
    }

    // At the end of the list.
    private static string WithLine(string source, string line)
    {
        int end = source.IndexOf("    ];", StringComparison.Ordinal);
        return source[..end] + line + "\n" + source[end..];
    }

    private static string[] Blocks(string page, string language) =>
        [.. Regex.Matches(File.ReadAllText(Page(page)), $"```{language}\n(.*?)\n```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    private static string Page(string name) => Path.Combine(Root, "docs", name);

    private sealed class CatalogCopy : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("llmsizing-recipe-");

        public CatalogLibrary Library => new(folder.FullName);

        public string File(string name) => Path.Combine(folder.FullName, name);

        public void Dispose() => folder.Delete(recursive: true);
    }

    private const string Recipe = """
        using System.Collections.Generic;
        using System.Linq;

        namespace LlmSizing.Reports.Tests;

        internal static class Words
        {
            public static Texts? Language { get; set; }
            public static Texts Of(string culture) => Language!;
            public static IReadOnlyList<SizingParameter> Parameters(string culture) => [];
        }

        public static class Recipe
        {
            public static string Report(string culture, IReadOnlyDictionary<string, string> texts, string request)
            {
                Words.Language = new Texts(culture, () => texts);
                return Sample.Write("Text", culture, Cases.Named(request));
            }
        }
        """;
}
