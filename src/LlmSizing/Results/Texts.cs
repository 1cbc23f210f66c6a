using System;
using System.Collections.Generic;
using System.Text;

namespace LlmSizing;

/// <summary>The sentences of one language, by id; what a language lacks comes from its fallback.</summary>
/// <remarks>Nothing here asks the thread or the system for a culture: a report is the same bytes on every machine.</remarks>
public sealed class Texts
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> entries;
    private readonly Texts? fallback;

    /// <summary>Creates the language; its entries are read when the first sentence is asked for.</summary>
    /// <param name="culture">The culture's name, such as pt-BR.</param>
    /// <param name="load">Reads the entries.</param>
    /// <param name="fallback">The language for what is missing, or null.</param>
    public Texts(string culture, Func<IReadOnlyDictionary<string, string>> load, Texts? fallback = null)
    {
        Culture = culture;
        entries = new Lazy<IReadOnlyDictionary<string, string>>(load);
        this.fallback = fallback;
    }

    /// <summary>The culture's name.</summary>
    public string Culture { get; }

    /// <summary>The ids of this language, without its fallback's.</summary>
    public IEnumerable<string> Ids => entries.Value.Keys;

    /// <summary>The sentence, or null when neither this language nor its fallback has it.</summary>
    public string? Find(string id) => entries.Value.TryGetValue(id, out string? text) ? text : fallback?.Find(id);

    /// <summary>The sentence.</summary>
    /// <exception cref="KeyNotFoundException">No such id.</exception>
    public string Get(string id) => Find(id) ?? throw new KeyNotFoundException($"The texts of {Culture} have no '{id}'.");

    /// <summary>The sentence with each <c>{name}</c> replaced.</summary>
    /// <param name="id">The sentence's id.</param>
    /// <param name="value">Gives the text of a name.</param>
    /// <exception cref="KeyNotFoundException">No such id.</exception>
    public string Format(string id, Func<string, string> value)
    {
        string template = Get(id);
        var result = new StringBuilder(template.Length + 32);
        int position = 0;
        while (true)
        {
            int open = template.IndexOf('{', position);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                return result.Append(template, position, template.Length - position).ToString();
            }
            result.Append(template, position, open - position).Append(value(template.Substring(open + 1, close - open - 1)));
            position = close + 1;
        }
    }

    /// <summary>A count with its unit in the singular or the plural: <c>1 node</c>, <c>1,137 sessions</c>.</summary>
    public string Count(long count, string unit) => NumberText.Grouped(count) + " " + Get($"unit.{unit}.{(count == 1 ? "one" : "other")}");
}
