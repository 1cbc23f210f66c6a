using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A model's name as people write it, taken apart: the words that tell models apart, and how the weights are quantised.</summary>
internal sealed class ModelName
{
    // Words that name a way of packing or tuning, not another shape.
    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        "instruct", "it", "chat", "base", "hf", "meta", "preview", "thinking", "reasoning", "class", "gguf", "quantized", "quantised", "dynamic", "variant", "model", "models", "unsloth", "nvidia", "original",
    };

    private ModelName(IReadOnlyList<string> words, string? quantization)
    {
        Words = words;
        Quantization = quantization;
    }

    /// <summary>The words that tell models apart, in lower case: llama, 3.3, 70b.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>How the name says that the weights are quantised, or null.</summary>
    public string? Quantization { get; }

    /// <summary>Takes a name apart; an owner before a slash is not looked at.</summary>
    public static ModelName Parse(string name)
    {
        string[] words = Split(name);
        return new ModelName([.. words.Where(IsTelling)], WeightWords.Find(words));
    }

    /// <summary>Whether a word of this name is the other's, where an x stands for any digit: 3.x is 3.1.</summary>
    public static bool Matches(string word, string pattern) =>
        word == pattern || (pattern.EndsWith(".x", StringComparison.Ordinal) && word.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.Ordinal));

    private static bool IsTelling(string word) => !Noise.Contains(word) && !WeightWords.IsOne(word) && !IsDate(word) && !IsMinorVersion(word);

    // Releases of one shape: 2411, 20250806; v0.1.
    private static bool IsDate(string word) => word.Length >= 4 && word.All(char.IsDigit);

    private static bool IsMinorVersion(string word) => word.Length >= 2 && word[0] == 'v' && word.Skip(1).All(letter => char.IsDigit(letter) || letter == '.');

    private static string[] Split(string name)
    {
        string own = name.Trim();
        int slash = own.IndexOf('/');
        // "0.6B/1.7B" is two sizes, "org/name" an owner and a name.
        own = slash > 0 && slash + 1 < own.Length && !char.IsDigit(own[slash + 1]) ? own.Substring(slash + 1) : own;
        var words = new List<string>();
        foreach (string part in own.ToLowerInvariant().Split([' ', '-', '/', ',', ';', ':', '(', ')', '[', ']', '~', '\'', '"', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            words.AddRange(WeightWords.IsOne(part) ? [part] : Parts(part));
        }
        return words.SelectMany(SplitVersion).ToArray();
    }

    // quantized.w8a8 and int4_awq are two words; 3.1 is one, and so is 3_1, which repositories write where a point is not welcome.
    private static string[] Parts(string word)
    {
        char[] letters = word.ToCharArray();
        for (int i = 0; i < letters.Length; i++)
        {
            bool isInNumber = i > 0 && i + 1 < letters.Length && char.IsDigit(letters[i - 1]) && (char.IsDigit(letters[i + 1]) || letters[i + 1] == 'x');
            letters[i] = letters[i] is '.' or '_' ? isInNumber ? '.' : ' ' : letters[i];
        }
        return new string(letters).Split([' '], StringSplitOptions.RemoveEmptyEntries);
    }

    // "llama3.1" and "llama-3.1" are the same; so are "gemma2" and "gemma-2". A number first ("4k", "70b") stays whole, and so does a letter with a number ("a3b", "r1", "w8a8").
    private static IEnumerable<string> SplitVersion(string word)
    {
        int letters = word.TakeWhile(char.IsLetter).Count();
        bool isFamily = letters >= 3 && letters < word.Length && word.Skip(letters).All(letter => char.IsDigit(letter) || letter == '.' || letter == 'x') && !WeightWords.IsOne(word);
        return isFamily ? [word.Substring(0, letters), word.Substring(letters)] : [word];
    }
}
