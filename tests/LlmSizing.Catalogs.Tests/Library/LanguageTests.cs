using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Library;

public sealed class LanguageTests : IDisposable
{
    private readonly TempFolder folder = new();

    public LanguageTests()
    {
        folder.Write("texts.en-US.yaml", "texts:\n  a: \"english a\"\n  b: \"english b\"\n  c: \"english c\"\n");
        folder.Write("texts.pt.yaml", "texts:\n  a: \"português a\"\n  b: \"português b\"\n");
        folder.Write("texts.pt-BR.yaml", "texts:\n  a: \"brasileiro a\"\n");
        folder.Write("parameters.en-US.yaml", Parameters("english", "p", "q"));
        folder.Write("parameters.pt.yaml", Parameters("português", "q", "r"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Cultures_are_the_names_of_the_files()
    {
        folder.Write("texts.de-DE.yaml", "broken: [");
        Assert.Equal(["de-DE", "en-US", "pt", "pt-BR"], new CatalogLibrary(folder.Path).Cultures);
    }

    [Theory]
    [InlineData("pt-BR", "brasileiro a", "português b", "english c")]
    [InlineData("PT-br", "brasileiro a", "português b", "english c")]
    [InlineData("pt-PT", "português a", "português b", "english c")]
    [InlineData("pt", "português a", "português b", "english c")]
    [InlineData("en-US", "english a", "english b", "english c")]
    [InlineData("en-GB", "english a", "english b", "english c")]
    [InlineData("xx-YY-ZZ", "english a", "english b", "english c")]
    [InlineData("-", "english a", "english b", "english c")]
    [InlineData("../../etc/passwd", "english a", "english b", "english c")]
    [InlineData("", "english a", "english b", "english c")]
    [InlineData(null, "english a", "english b", "english c")]
    public void A_sentence_comes_from_the_culture_else_its_parent_else_english(string? culture, params string[] sentences)
    {
        Texts texts = new CatalogLibrary(folder.Path).GetTexts(culture);
        Assert.Equal(sentences, new[] { "a", "b", "c" }.Select(texts.Get));
    }

    [Fact]
    public void A_broken_language_gives_what_is_good_of_it_and_english_for_the_rest()
    {
        folder.Write("texts.de-DE.yaml", "texts:\n  a: \"deutsch a\"\n  b: 1\n  c: \"\"\n");
        folder.Write("texts.fr-FR.yaml", "texts: [");
        Assert.Equal(["deutsch a", "english b", "english c"], new[] { "a", "b", "c" }.Select(new CatalogLibrary(folder.Path).GetTexts("de-DE").Get));
        Assert.Equal("english a", new CatalogLibrary(folder.Path).GetTexts("fr-FR").Get("a"));
    }

    [Fact]
    public void Parameters_keep_the_order_of_english_and_take_each_entry_from_the_nearest_language()
    {
        var library = new CatalogLibrary(folder.Path);
        Assert.Equal(["p: english", "q: português", "r: português"], library.GetParameters("pt-BR").Select(Text));
        Assert.Equal(["p: english", "q: english"], library.GetParameters(null).Select(Text));
        Assert.Same(library.GetParameters("pt"), library.GetParameters("pt-BR"));
    }

    [Fact]
    public void A_folder_without_languages_gives_empty_ones()
    {
        var library = new CatalogLibrary(folder.PathOf("nowhere"));
        Assert.Null(library.GetTexts("pt-BR").Find("a"));
        Assert.Empty(library.GetParameters("pt-BR"));
    }

    [Fact]
    public void Every_language_of_the_program_has_the_same_ids_and_parameters()
    {
        var library = new CatalogLibrary(Repository.Catalogs);
        Assert.Equal(["en-US", "pt-BR"], library.Cultures);
        Assert.Equal(library.GetTexts("en-US").Ids.Order(), library.GetTexts("pt-BR").Ids.Order());
        Assert.Equal(library.GetParameters("en-US").Select(parameter => parameter.Name), library.GetParameters("pt-BR").Select(parameter => parameter.Name));
        Assert.Empty(CatalogChecker.Check([Repository.Catalogs]).Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("en-US")]
    [InlineData("pt-BR")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Files_mean_the_same_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Catalog catalog = new CatalogLibrary(Repository.Catalogs).Load([]);
            Assert.Equal(12.8m, catalog.FindModel("OPT-OSS-20B")!.WeightsGib);
            Assert.Empty(catalog.Problems);
            string path = folder.Write("bad.yaml", Samples.Spoil(Samples.Models, 8, "    total_params_b: 1234567.5"));
            Assert.Equal("Write a number above 0, up to 1000000 billions (10^9), or leave the field out where it is not known.", Assert.Single(CatalogChecker.Check([path])).Suggestion);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Text(SizingParameter parameter) => parameter.Name + ": " + parameter.Description;

    private static string Parameters(string description, params IEnumerable<string> names) => "parameters:\n" + string.Concat(names.Select(name =>
        $"  - name: {name}\n    description: \"{description}\"\n    origin: o\n    importance: i\n    common_error: c\n"));
}
