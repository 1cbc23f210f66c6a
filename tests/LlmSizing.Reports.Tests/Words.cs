using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing.Reports.Tests;

/// <summary>The shipped texts and parameters. Each language is read from a folder of its own, so that no other one fills what it lacks.</summary>
internal static class Words
{
    public static readonly string[] Cultures = ["en-US", "pt-BR"];

    private static readonly Dictionary<string, CatalogLibrary> Libraries = Cultures.ToDictionary(culture => culture, culture => new CatalogLibrary(Folder(culture)));

    public static string Folder(string culture) => Path.Combine(AppContext.BaseDirectory, "catalogs", culture);

    public static Texts Of(string culture) => Libraries[culture].GetTexts(culture);

    public static IReadOnlyDictionary<string, string> Entries(string culture) => EntriesOf(Of(culture));

    public static IReadOnlyDictionary<string, string> EntriesOf(Texts texts) => texts.Ids.ToDictionary(id => id, texts.Get);

    public static IReadOnlyList<SizingParameter> Parameters(string culture) => Libraries[culture].GetParameters(culture);
}
