using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing;

/// <summary>The catalogs that ship with the program, and the operator's own on top of them. Thread-safe.</summary>
public sealed class CatalogLibrary
{
    private readonly string builtInFolder;
    private readonly Lazy<CatalogLayer> builtIn;
    private readonly Lazy<Catalog> builtInCatalog;
    private readonly Lazy<LanguageSet> languages;

    /// <summary>Creates the library; nothing is read yet.</summary>
    /// <param name="builtInFolder">The folder of the catalogs that ship with the program.</param>
    public CatalogLibrary(string builtInFolder)
    {
        this.builtInFolder = builtInFolder ?? throw new ArgumentNullException(nameof(builtInFolder));
        builtIn = new Lazy<CatalogLayer>(() => CatalogLayer.Read(builtInFolder, withLanguages: false, BuiltInSource));
        builtInCatalog = new Lazy<Catalog>(() => new Catalog([builtIn.Value]));
        languages = new Lazy<LanguageSet>(() => new LanguageSet(builtInFolder));
    }

    /// <summary>The cultures that have texts, by the names of the files; no content is read.</summary>
    public IReadOnlyList<string> Cultures => languages.Value.Cultures;

    /// <summary>The catalog: what ships with the program, read once, and the operator's files, read at each call.</summary>
    /// <param name="operatorPaths">Files or folders as full paths; an entry overrides that of the same name in an earlier path.</param>
    /// <remarks>Never throws for content or for a path: what is wrong is in <see cref="Catalog.Problems"/>.</remarks>
    public Catalog Load(IReadOnlyList<string> operatorPaths)
    {
        if (operatorPaths is null)
        {
            throw new ArgumentNullException(nameof(operatorPaths));
        }
        return operatorPaths.Count == 0
            ? builtInCatalog.Value
            : new Catalog([builtIn.Value, .. operatorPaths.Select(path => CatalogLayer.Read(path, withLanguages: false, file => file))]);
    }

    /// <summary>The sentences of a culture, else of its parent, else of en-US; what a language lacks comes from the next.</summary>
    /// <param name="culture">A culture's name, such as pt-BR; any text.</param>
    public Texts GetTexts(string? culture) => languages.Value.GetTexts(culture);

    /// <summary>The dictionary of parameters of a culture, else of its parent, else of en-US; what a language lacks comes from the next.</summary>
    /// <param name="culture">A culture's name, such as pt-BR; any text.</param>
    public IReadOnlyList<SizingParameter> GetParameters(string? culture) => languages.Value.GetParameters(culture);

    private string BuiltInSource(string file)
    {
        string relative = file.Substring(builtInFolder.Length).TrimStart(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return "built-in: " + relative.Replace(Path.DirectorySeparatorChar, '/');
    }
}
