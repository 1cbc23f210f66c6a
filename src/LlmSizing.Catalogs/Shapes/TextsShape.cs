using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The sentences of a language: a mapping of ids to text.</summary>
internal static class TextsShape
{
    public const string Section = "texts";

    public static readonly NameField Id = new("id", true, 128, false, "The sentence's id.");

    public static readonly TextField Sentence = new("sentence", true, EntryFields.ProseLength, "The sentence; {name} is replaced by a number or a name of the case.", mayHaveLines: true);

    /// <summary>The accepted sentences.</summary>
    public static IReadOnlyDictionary<string, string> Read(Node section, ProblemList problems)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var root = new Place(problems, "", null);
        if (section.Defect is not null || section is not MapNode map)
        {
            root.Refuse(section, Section, section.Defect ?? new Defect(ProblemCodes.WrongType, $"{Section} is {section.Kind}.", "Write a mapping of ids to sentences."));
            return texts;
        }
        foreach (MapEntry entry in map.Entries)
        {
            if (problems.IsFull)
            {
                break;
            }
            // The path names the sentence, whatever the field that reads it is called.
            var place = new Place(problems, Section + "." + Shown.Plain(entry.Key.Text), Shown.Plain(entry.Key.Text), isItem: true);
            if (entry.Key.Defect is not null)
            {
                place.Refuse(entry.Key, null, entry.Key.Defect);
            }
            else if (Id.Read(entry.Key, place) is string id && Sentence.Read(entry.Value, place) is string sentence)
            {
                texts.Add(id, sentence);
            }
        }
        return texts;
    }
}
