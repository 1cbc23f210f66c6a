using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace LlmSizing.Tests;

/// <summary>A language that has every sentence: its id, unless a test gives it words.</summary>
internal sealed class EchoTexts : IReadOnlyDictionary<string, string>
{
    private readonly Dictionary<string, string> sentences;

    private EchoTexts(Dictionary<string, string> sentences) => this.sentences = sentences;

    public int Count => sentences.Count;

    public IEnumerable<string> Keys => sentences.Keys;

    public IEnumerable<string> Values => sentences.Values;

    public string this[string key] => TryGetValue(key, out string? value) ? value : key;

    public static Texts Create(params (string Id, string Sentence)[] sentences)
    {
        var known = new Dictionary<string, string>();
        foreach ((string id, string sentence) in sentences)
        {
            known.Add(id, sentence);
        }
        return new Texts("echo", () => new EchoTexts(known));
    }

    public bool ContainsKey(string key) => true;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = sentences.GetValueOrDefault(key, key);
        return true;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => sentences.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
