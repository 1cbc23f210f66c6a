namespace LlmSizing;

/// <summary>The fields that every catalog entry has.</summary>
internal static class EntryFields
{
    /// <summary>Characters of a name.</summary>
    public const int NameLength = 64;

    /// <summary>Characters of a word that stands in a table: a family, a GPU, a type.</summary>
    public const int WordLength = 100;

    /// <summary>Characters of a remark or a reference.</summary>
    public const int ProseLength = 4000;

    public static readonly NameField Name = new("name", true, NameLength, false, "The name that commands take; unique in its kind, whatever the case.");

    public static readonly TextListField Aliases = new(
        "aliases", false, new NameField("alias", false, 128, true, "Another name."), "Other names of the entry, such as its repository on a model hub; looked up after the names.");

    public static readonly TextField Estimate = new("estimate", false, ProseLength, "Why the entry is an estimate; only where its facts are not confirmed.", mayHaveLines: true);

    public static readonly TextField Notes = new("notes", false, ProseLength, "Remarks for the operator.", mayHaveLines: true);

    public static readonly TextListField Sources = new(
        "source", true, new TextField("source", false, ProseLength, "Who says so.", mayHaveLines: true), "Who says so: at least one page, document, or repository with commit and path.");

    /// <summary>The common part of an accepted entry.</summary>
    public static EntryInfo Info(Values values, string source) =>
        new(values.Get(Name), values.Find(Aliases), values.Get(Sources), values.Find(Estimate), values.Find(Notes), source);
}
