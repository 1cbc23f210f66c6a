using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.HuggingFace;

/// <summary>docs/architectures.md says what the code does. LLMSIZING_REWRITE_ARCHITECTURES=1 writes its lists anew.</summary>
public class ArchitecturesDocumentTests
{
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("LLMSIZING_REWRITE_ARCHITECTURES") == "1";
    private static readonly string Page = RepositoryRoot.PathOf("docs", "architectures.md");
    private static readonly string Configs = RepositoryRoot.PathOf("..", "shared", "data", "hf-configs");

    [Fact]
    public void Every_class_stands_in_the_document() => Compare(
        "classes",
        ["| class | model_type | family |", "|---|---|---|", .. HfArchitecture.All.OrderBy(known => known.ClassName, StringComparer.Ordinal).Select(known => $"| {known.ClassName} | {known.ModelType} | {known.Family} |")]);

    [Fact]
    public void No_class_and_no_type_stands_twice()
    {
        Assert.Equal(HfArchitecture.All.Count, HfArchitecture.All.Select(known => known.ClassName).Distinct().Count());
        string[] types = [.. HfArchitecture.All.Select(known => known.ModelType).Where(type => type.Length > 0)];
        Assert.Equal(types.Length, types.Distinct().Count());
    }

    [SkippableFact]
    public void Every_real_file_is_imported_or_refused_as_the_document_says()
    {
        Skip.IfNot(Directory.Exists(Configs), "The real configs are not here.");
        string[] files = [.. Directory.EnumerateFiles(Configs, "*.json").Order(StringComparer.Ordinal)];
        Compare("files", ["| file | what comes of it |", "|---|---|", .. files.Select(file => $"| {Path.GetFileName(file)} | {ResultOf(file)} |")]);
    }

    internal static Model Import(string file)
    {
        string beside = file.Replace("_config.json", "_hf_quant_config.json");
        return HfConfigImporter.Import("model", File.ReadAllText(file), beside != file && File.Exists(beside) && !file.EndsWith("_hf_quant_config.json", StringComparison.Ordinal) ? File.ReadAllText(beside) : null);
    }

    private static string ResultOf(string file)
    {
        try
        {
            Model model = Import(file);
            string gib = (model.Architecture!.WeightBytes / (double)(1 << 30)).ToString("0.00", CultureInfo.InvariantCulture);
            string layers = string.Join(" + ", model.Layers.Select(group => $"{group.Count} {group.Layout}"));
            string quantization = model.Architecture.Sizes.Quantization is string name ? $", {name}" : "";
            string estimate = model.Estimate is null ? "" : ", an estimate";
            return string.Format(
                CultureInfo.InvariantCulture, "{0}: {1:N0} parameters, {2} GiB{3}; {4}; {5:N0} bytes a token; {6}{7}",
                model.Family, model.Architecture.Parameters, gib, quantization, layers, Growth.Whole(model), model.DefaultKvPrecision.Name, estimate);
        }
        catch (ImportException error)
        {
            return "refused: " + error.Message;
        }
    }

    private static void Compare(string block, IReadOnlyList<string> lines)
    {
        string text = File.ReadAllText(Page);
        string begin = $"<!-- {block} -->\n";
        int start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int end = text.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
        string wanted = "\n" + string.Join("\n", lines) + "\n\n";
        if (Rewrite && text[start..end] != wanted)
        {
            File.WriteAllText(Page, text[..start] + wanted + text[end..]);
        }
        Assert.Equal(wanted.Split('\n'), (Rewrite ? wanted : text[start..end]).Split('\n'));
    }
}
