using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>One object of a config.json: its fields by name, or by the first of several names that it has; null counts as absent.</summary>
internal sealed class HfConfig
{
    /// <summary>More than any size of a model has, and little enough that a product of two fits.</summary>
    private const long Largest = 10_000_000;

    private readonly JsonView view;
    private readonly string path;
    private readonly IReadOnlyDictionary<string, long>? defaults;

    /// <param name="view">The object.</param>
    /// <param name="path">Where it is, with a dot at the end, for messages.</param>
    /// <param name="defaults">What a nested config leaves out, since it is what its class takes for it.</param>
    public HfConfig(JsonView view, string path = "", IReadOnlyDictionary<string, long>? defaults = null)
    {
        this.defaults = defaults;
        this.view = view.IsObject ? view : throw new ImportException($"{(path.Length == 0 ? "The config" : path.TrimEnd('.'))} is {view}, not an object.", path.TrimEnd('.'));
        this.path = path;
    }

    public bool Has(string name) => Find(name) is not null;

    /// <exception cref="ImportException">No field of the names, or it is no whole number in the range.</exception>
    public long Integer(params string[] names) => FindInteger(names) ?? throw Missing(names);

    /// <exception cref="ImportException">The field is no whole number in the range.</exception>
    public long Integer(long fallback, params string[] names) => FindInteger(names) ?? fallback;

    /// <exception cref="ImportException">The field is no whole number in the range.</exception>
    public long? FindInteger(params string[] names) => FindInteger(Largest, names);

    /// <exception cref="ImportException">The field is no whole number in the range.</exception>
    public long? FindInteger(long largest, params string[] names)
    {
        foreach (string name in names)
        {
            if (Find(name) is JsonView value)
            {
                return OneOf(value).AsInteger() is long number && number >= 0 && number <= largest
                    ? number
                    : throw new ImportException($"{path}{name} is {value}: a whole number from 0 to {NumberText.Plain(largest)} is needed.", path + name);
            }
        }
        return defaults is not null && names.FirstOrDefault(defaults.ContainsKey) is string known ? defaults[known] : null;
    }

    /// <summary>The same object with numbers for what it leaves out.</summary>
    public HfConfig With(IReadOnlyDictionary<string, long>? defaultNumbers) => new(view, path, defaultNumbers);

    /// <summary>A number, or null.</summary>
    /// <exception cref="ImportException">The field is no number.</exception>
    public double? FindNumber(string name) => Find(name) is not JsonView value ? null
        : value.AsNumber() ?? throw new ImportException($"{path}{name} is {value}: a number is needed.", path + name);

    /// <exception cref="ImportException">The field is neither true nor false.</exception>
    public bool Flag(bool fallback, params string[] names)
    {
        foreach (string name in names)
        {
            if (Find(name) is JsonView value)
            {
                return value.AsBoolean() ?? throw new ImportException($"{path}{name} is {value}: true or false is needed.", path + name);
            }
        }
        return fallback;
    }

    /// <summary>true or false, or null where there is neither.</summary>
    public bool? FindFlag(string name) => Find(name)?.AsBoolean();

    /// <summary>The text, or null where there is none or something else.</summary>
    public string? FindText(params string[] names) => names.Select(name => Find(name)?.AsText()).FirstOrDefault(text => text is not null);

    /// <summary>Whether the field is a list.</summary>
    public bool HasList(string name) => Find(name) is { Kind: JsonKind.Array };

    /// <summary>Items of a list; 0 where there is none.</summary>
    public int Count(string name) => Find(name) is { Kind: JsonKind.Array } list ? list.Count : 0;

    /// <summary>A number, or the first of a list of two: sizes of images and patches are written in both ways.</summary>
    public long Square(string name, long fallback) => HasList(name) ? FindIntegers(name) is { Count: > 0 } sides ? sides[0] : fallback : Integer(fallback, name);

    /// <summary>The texts of a list; null where there is none.</summary>
    /// <exception cref="ImportException">The field is no list of texts.</exception>
    public IReadOnlyList<string>? FindTexts(params string[] names) => FindItems(names, item => item.AsText());

    /// <summary>The numbers of a list; true and false count as 1 and 0.</summary>
    /// <exception cref="ImportException">The field is no list of whole numbers.</exception>
    public IReadOnlyList<long>? FindIntegers(params string[] names) =>
        FindItems<long?>(names, item => item.AsInteger() ?? (item.AsBoolean() is bool flag ? (flag ? 1 : 0) : null))?.Select(number => number!.Value).ToArray();

    /// <summary>The objects of a list; null where there is none.</summary>
    /// <exception cref="ImportException">The field is no list of objects.</exception>
    public IReadOnlyList<HfConfig>? FindObjects(string name) => FindItems([name], item => item.IsObject ? new HfConfig(item, path + name + "[].") : null);

    /// <summary>The object of a name, or null where there is none.</summary>
    /// <exception cref="ImportException">There is something of the name that is no object.</exception>
    public HfConfig? FindObject(params string[] names)
    {
        foreach (string name in names)
        {
            if (Find(name) is JsonView value)
            {
                return value.IsObject ? new HfConfig(value, path + name + ".") : throw new ImportException($"{path}{name} is {value}: an object is needed.", path + name);
            }
        }
        return null;
    }

    /// <summary>The names and objects inside; values of another kind are left out.</summary>
    public IEnumerable<KeyValuePair<string, HfConfig>> Objects() =>
        view.Members().Where(member => member.Value.IsObject).Select(member => new KeyValuePair<string, HfConfig>(member.Key, new HfConfig(member.Value, path + member.Key + ".")));

    public string PathOf(string name) => path + name;

    public ImportException Missing(params string[] names) =>
        new($"The config does not say {path}{string.Join(" or ", names)}, which the architecture needs.", path + names[0]);

    // A list of one number for each layer, all alike, says the number.
    private static JsonView OneOf(JsonView value)
    {
        if (value.Kind != JsonKind.Array || value.Count == 0)
        {
            return value;
        }
        JsonView first = value.Items().First();
        return value.Items().All(item => item.AsInteger() == first.AsInteger()) ? first : value;
    }

    private IReadOnlyList<T>? FindItems<T>(string[] names, Func<JsonView, T?> read)
    {
        foreach (string name in names)
        {
            if (Find(name) is JsonView value)
            {
                return value.Kind == JsonKind.Array
                    ? [.. value.Items().Select(item => read(item) ?? throw new ImportException($"{path}{name} holds {item}, which does not belong there.", path + name))]
                    : throw new ImportException($"{path}{name} is {value}: a list is needed.", path + name);
            }
        }
        return null;
    }

    private JsonView? Find(string name) => view.TryGet(name, out JsonView value) && !value.IsNull ? value : null;
}
