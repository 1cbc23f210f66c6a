using System;
using System.Globalization;
using System.Linq;

namespace LlmSizing;

/// <summary>Weight matrices of one shape: which part of the model they belong to, in which layers they are, how they are split and stored.</summary>
/// <remarks>
/// The text form is one line of a catalog: <c>component name [@layers] [copies*]rows[xcolumns] split format</c>,
/// such as <c>attention k_proj @0-47 512x2048 kv:4 bf16</c> or <c>experts down_proj @3-60 256*7168x2048 row fp8_block</c>.
/// </remarks>
public sealed class WeightMatrix : IEquatable<WeightMatrix>
{
    private const long Largest = 1_000_000_000_000;
    private static readonly char[] Blank = [' '];

    /// <summary>Creates the matrices.</summary>
    /// <param name="component">One of <see cref="WeightComponent.All"/>.</param>
    /// <param name="name">The matrix's name in its layer, such as q_proj.</param>
    /// <param name="layers">The layers that have it, or null where it is in none.</param>
    /// <param name="copies">How many of them a layer has: its experts, else 1.</param>
    /// <param name="rows">Output features.</param>
    /// <param name="columns">Input features; 1 for a vector.</param>
    /// <param name="split">How tensor parallelism splits it.</param>
    /// <param name="format">How it is stored.</param>
    /// <param name="keyValueHeads">Heads of a matrix that is split by them; 0 elsewhere.</param>
    /// <exception cref="SizingException">A number is out of its range, or the component is not known.</exception>
    public WeightMatrix(string component, string name, LayerSet? layers, long copies, long rows, long columns, WeightSplit split, WeightFormat format, long keyValueHeads = 0)
    {
        Component = WeightComponent.All.Contains(component) ? component : throw new SizingException("weights", $"'{component}' is not one of {string.Join(", ", WeightComponent.All)}.");
        Name = IsName(name) ? name : throw new SizingException("weights", "A matrix needs a name without blanks.");
        Layers = layers;
        Copies = InRange(copies);
        Rows = InRange(rows);
        Columns = InRange(columns);
        Split = split;
        Format = format ?? throw new ArgumentNullException(nameof(format));
        KeyValueHeads = (split == WeightSplit.KeyValue) == (keyValueHeads > 0) ? keyValueHeads : throw new SizingException("weights", "kv needs its number of heads, as in kv:8, and no other split has one.");
        try
        {
            Parameters = checked(Count * Copies * Rows * Columns);
            Bytes = checked(Count * Copies * Format.Bytes(Rows, Columns));
        }
        catch (OverflowException)
        {
            throw new SizingException("weights", $"{name} has more bytes than a 64-bit integer holds.");
        }
    }

    /// <summary>The part of the model.</summary>
    public string Component { get; }

    /// <summary>The matrix's name in its layer.</summary>
    public string Name { get; }

    /// <summary>The layers that have it, or null where it is in none.</summary>
    public LayerSet? Layers { get; }

    /// <summary>Layers that have it; 1 where it is in none.</summary>
    public long Count => Layers?.Count ?? 1;

    /// <summary>How many of them a layer has.</summary>
    public long Copies { get; }

    /// <summary>Output features.</summary>
    public long Rows { get; }

    /// <summary>Input features; 1 for a vector.</summary>
    public long Columns { get; }

    /// <summary>How tensor parallelism splits it.</summary>
    public WeightSplit Split { get; }

    /// <summary>Heads of a matrix that is split by them; 0 elsewhere.</summary>
    public long KeyValueHeads { get; }

    /// <summary>How it is stored.</summary>
    public WeightFormat Format { get; }

    /// <summary>Parameters of all of them.</summary>
    public long Parameters { get; }

    /// <summary>Bytes of all of them, scales included.</summary>
    public long Bytes { get; }

    /// <summary>Reads the text form.</summary>
    /// <exception cref="SizingException">It is none; says what is wrong.</exception>
    public static WeightMatrix Parse(string text)
    {
        string[] words = text.Split(Blank, StringSplitOptions.RemoveEmptyEntries);
        bool isInLayers = words.Length == 6 && words[2][0] == '@';
        if (words.Length != 5 && !isInLayers)
        {
            throw Wrong(text, "it is not of the form 'component name [@layers] [copies*]rows[xcolumns] split format'");
        }
        LayerSet? layers = isInLayers ? LayerSet.Parse(words[2].Substring(1)) ?? throw Wrong(text, $"'{words[2]}' is no set of layers such as @0-47 or @3-47/4") : null;
        (string size, string splitText, string formatText) = (words[words.Length - 3], words[words.Length - 2], words[words.Length - 1]);
        (long copies, long rows, long columns) = Sizes(size) ?? throw Wrong(text, $"'{size}' is no size such as 4096x2048 or 128*768x2048");
        (WeightSplit split, long heads) = SplitOf(splitText) ?? throw Wrong(text, $"'{splitText}' is not one of replicated, column, row, kv:<heads>, vocab");
        WeightFormat format = WeightFormat.Find(formatText) ?? throw Wrong(text, $"'{formatText}' is not one of {string.Join(", ", WeightFormat.All)}");
        return new WeightMatrix(words[0], words[1], layers, copies, rows, columns, split, format, heads);
    }

    /// <summary>The same matrices in another format.</summary>
    /// <param name="format">How they are stored.</param>
    public WeightMatrix In(WeightFormat format) =>
        format == Format ? this : new WeightMatrix(Component, Name, Layers, Copies, Rows, Columns, Split, format, KeyValueHeads);

    /// <inheritdoc/>
    public bool Equals(WeightMatrix? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeightMatrix);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The text form.</summary>
    public override string ToString()
    {
        string size = (Copies == 1 ? "" : NumberText.Plain(Copies) + "*") + NumberText.Plain(Rows) + (Columns == 1 ? "" : "x" + NumberText.Plain(Columns));
        string split = Split switch
        {
            WeightSplit.KeyValue => "kv:" + NumberText.Plain(KeyValueHeads),
            WeightSplit.Vocabulary => "vocab",
            _ => Split.ToString().ToLowerInvariant(),
        };
        return $"{Component} {Name}{(Layers is null ? "" : " @" + Layers)} {size} {split} {Format.Name}";
    }

    private static bool IsName(string name)
    {
        foreach (char letter in name)
        {
            if (letter is <= ' ' or > '~')
            {
                return false;
            }
        }
        return name.Length is > 0 and <= 128;
    }

    private static (WeightSplit, long)? SplitOf(string text) => text switch
    {
        "replicated" => (WeightSplit.Replicated, 0),
        "column" => (WeightSplit.Column, 0),
        "row" => (WeightSplit.Row, 0),
        "vocab" => (WeightSplit.Vocabulary, 0),
        _ => text.StartsWith("kv:", StringComparison.Ordinal) && Number(text.Substring(3)) is long heads ? (WeightSplit.KeyValue, heads) : null,
    };

    private static (long Copies, long Rows, long Columns)? Sizes(string text)
    {
        int star = text.IndexOf('*');
        int times = text.IndexOf('x');
        long? copies = star < 0 ? 1 : Number(text.Substring(0, star));
        string size = text.Substring(star + 1);
        long? rows = Number(times < 0 ? size : size.Substring(0, Math.Max(0, size.IndexOf('x'))));
        long? columns = times < 0 ? 1 : Number(text.Substring(times + 1));
        return copies is long c && rows is long r && columns is long k ? (c, r, k) : null;
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number is >= 1 and <= Largest ? number : null;

    private static long InRange(long number) =>
        number is >= 1 and <= Largest ? number : throw new SizingException("weights", $"{NumberText.Plain(number)} is no size: write 1 to 10^12.");

    private static SizingException Wrong(string text, string reason) => new("weights", $"'{text}': {reason}.");
}
