using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Finds the model that a log, a repository name or a person's words mean.</summary>
public static class ModelSearch
{
    // Words that make another model of the same family: without them in the model's name it is not the one that is meant.
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "vl", "vision", "omni", "audio", "moe", "next", "mini", "nano", "small", "medium", "large", "flash", "lite", "pro", "max", "air", "scout", "maverick", "super", "ultra",
        "embedding", "reranker", "distill", "draft", "eagle", "eagle3",
    };

    /// <summary>Finds a model; null where the name means none that is known.</summary>
    /// <param name="name">A name, a repository or free text such as <c>Llama-3.x-8B class</c>.</param>
    /// <param name="models">The models that are known.</param>
    public static ModelMatch? Find(string? name, IReadOnlyList<Model> models)
    {
        if (string.IsNullOrWhiteSpace(name) || name!.Length > 1000)
        {
            return null;
        }
        string text = name.Trim();
        Model? itself = models.FirstOrDefault(model => Names(model).Any(known => string.Equals(known, text, StringComparison.OrdinalIgnoreCase)));
        string? quantization = ModelName.Parse(text).Quantization;
        if (itself is not null)
        {
            return new ModelMatch(itself, null, true, "by name");
        }
        foreach (string part in Parts(text))
        {
            ModelName asked = ModelName.Parse(part);
            if (Best(asked, models, isStrict: true) is Model derived)
            {
                return new ModelMatch(derived, asked.Quantization ?? quantization, true, $"'{Shortened(part)}' is a {derived.Name}");
            }
        }
        foreach (string part in Parts(text))
        {
            ModelName asked = ModelName.Parse(part);
            if (Best(asked, models, isStrict: false) is Model near)
            {
                return new ModelMatch(near, asked.Quantization ?? quantization, false, $"nearest to '{Shortened(part)}'");
            }
        }
        return null;
    }

    // The words before a remark, then the remark: "name (remark)", "name + draft", "one or another".
    private static IEnumerable<string> Parts(string text) =>
        text.Split(["(", ")", " + ", " or ", ": ", "; "], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim()).Where(part => part.Length > 1);

    private static IEnumerable<string> Names(Model model) => model.Aliases.Concat([model.Name]);

    // Every telling word of the model must be there; of those the one with most words, then the one that leaves fewest over.
    private static Model? Best(ModelName asked, IReadOnlyList<Model> models, bool isStrict)
    {
        Model? best = null;
        int bestWords = 0;
        foreach (Model model in models)
        {
            foreach (ModelName known in Names(model).Select(ModelName.Parse))
            {
                bool isMeant = known.Words.Count > bestWords
                    && known.Words.All(word => asked.Words.Any(pattern => ModelName.Matches(word, pattern)))
                    && known.Words.Any(HasSizeOrVersion)
                    && asked.Words.All(word => known.Words.Any(own => ModelName.Matches(own, word)) || !(isStrict || Telling.Contains(word)));
                if (isMeant)
                {
                    best = model;
                    bestWords = known.Words.Count;
                }
            }
        }
        return best;
    }

    private static bool HasSizeOrVersion(string word) => word.Any(char.IsDigit);

    private static string Shortened(string text) => text.Length <= 80 ? text : text.Substring(0, 80) + "...";
}
