using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Linq;

namespace LlmSizing;

/// <summary>The languages of a folder. A culture is a file's name and nothing else: no system is asked what it knows of cultures.</summary>
internal sealed class LanguageSet
{
    private const string Fallback = "en-US";

    private readonly Dictionary<string, Texts> texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Lazy<IReadOnlyList<SizingParameter>>> parameters = new(StringComparer.OrdinalIgnoreCase);

    public LanguageSet(string folder)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        Array.Sort(files, StringComparer.Ordinal);
        Dictionary<string, string> textFiles = ByCulture(files, FileKind.Texts);
        Dictionary<string, string> parameterFiles = ByCulture(files, FileKind.Parameters);
        // Shortest first: a parent before its children, the fallback before all.
        foreach (string culture in textFiles.Keys.OrderBy(Rank))
        {
            string file = textFiles[culture];
            texts.Add(culture, new Texts(culture, () => FileReader.Read(file, file).Texts, Nearest(texts, Parent(culture))));
        }
        foreach (string culture in parameterFiles.Keys.OrderBy(Rank))
        {
            string file = parameterFiles[culture];
            Lazy<IReadOnlyList<SizingParameter>>? next = Nearest(parameters, Parent(culture));
            parameters.Add(culture, new Lazy<IReadOnlyList<SizingParameter>>(() => Merge(FileReader.Read(file, file).Parameters, next?.Value ?? [])));
        }
        Cultures = textFiles.Keys.OrderBy(culture => culture, StringComparer.Ordinal).ToArray();
    }

    public IReadOnlyList<string> Cultures { get; }

    public Texts GetTexts(string? culture) => Nearest(texts, culture) ?? new Texts(Fallback, () => new Dictionary<string, string>());

    public IReadOnlyList<SizingParameter> GetParameters(string? culture) => Nearest(parameters, culture)?.Value ?? [];

    private static Dictionary<string, string> ByCulture(IEnumerable<string> files, FileKind kind)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string file in files)
        {
            if (FileKinds.Culture(file, kind) is string culture && !found.ContainsKey(culture))
            {
                found.Add(culture, file);
            }
        }
        return found;
    }

    private static int Rank(string culture) => string.Equals(culture, Fallback, StringComparison.OrdinalIgnoreCase) ? 0 : culture.Length;

    /// <summary>The language of a culture, else of its parent, else the fallback.</summary>
    private static T? Nearest<T>(Dictionary<string, T> languages, string? culture) where T : class
    {
        for (string name = culture ?? ""; name.Length > 0; name = Parent(name))
        {
            if (languages.TryGetValue(name, out T? language))
            {
                return language;
            }
        }
        return languages.TryGetValue(Fallback, out T? fallback) ? fallback : null;
    }

    private static string Parent(string culture) => culture.Substring(0, Math.Max(0, culture.LastIndexOf('-')));

    /// <summary>The entries in the fallback's order, each in its own language where that has it; then those that the fallback does not know.</summary>
    private static ReadOnlyCollection<SizingParameter> Merge(IReadOnlyList<LocatedEntry<SizingParameter>> own, IReadOnlyList<SizingParameter> fallback)
    {
        var byName = new Dictionary<string, SizingParameter>(StringComparer.OrdinalIgnoreCase);
        foreach (LocatedEntry<SizingParameter> entry in own)
        {
            byName[entry.Value.Name] = entry.Value;
        }
        var known = new HashSet<string>(fallback.Select(parameter => parameter.Name), StringComparer.OrdinalIgnoreCase);
        return fallback.Select(parameter => byName.TryGetValue(parameter.Name, out SizingParameter? own) ? own : parameter)
            .Concat(own.Select(entry => entry.Value).Where(parameter => !known.Contains(parameter.Name)))
            .ToList().AsReadOnly();
    }
}
