using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.RegularExpressions;

namespace LlmSizing;

/// <summary>A list of module names as quantisation settings write them: names, ends of names, names with *, and regular expressions after <c>re:</c>.</summary>
/// <remarks>
/// A name stands for the module and all that is inside it. Tools write the same module with and without what is in front of <c>layers</c>
/// (<c>model.</c>, <c>language_model.model.</c> …), so that is left out on both sides; expressions see the name whole.
/// </remarks>
internal sealed class NamePatterns
{
    private const int MostExpressions = 1000;
    // For one match, and for all of an import: a busy machine may pause a good expression, a bad one takes for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PatienceInAll = TimeSpan.FromSeconds(2);
    private static readonly HashSet<string> Fronts = new(StringComparer.Ordinal) { "model", "language_model", "backbone", "transformer", "text_model", "llm" };

    private readonly HashSet<string> inLayers = new(StringComparer.Ordinal);
    private readonly List<string> elsewhere = [];
    private readonly List<string> wildcards = [];
    private readonly Dictionary<string, List<string>> wildcardsOfLayers = new(StringComparer.Ordinal);
    private readonly List<string> pieces = [];
    private readonly List<Regex> expressions = [];
    private readonly Stopwatch spent = new();

    public NamePatterns(IEnumerable<string> patterns)
    {
        foreach (string pattern in patterns)
        {
            if (pattern.StartsWith("re:", StringComparison.Ordinal))
            {
                AddExpression(pattern.Substring(3));
            }
            else if (pattern.IndexOf('*') >= 0)
            {
                AddWildcard(WithoutFront(pattern));
            }
            else if (WithoutFront(pattern) is string name && name.StartsWith("layers.", StringComparison.Ordinal))
            {
                inLayers.Add(name);
            }
            else
            {
                elsewhere.Add(WithoutFront(pattern));
            }
        }
        if (expressions.Count + pieces.Count + wildcards.Count + elsewhere.Count > MostExpressions)
        {
            throw new ImportException($"The quantisation lists more than {NumberText.Plain(MostExpressions)} patterns of module names.", "quantization_config");
        }
    }

    /// <summary>Whether one of the patterns names the module or something around it.</summary>
    /// <param name="module">The module without its front, such as <c>layers.3.self_attn.q_proj</c>.</param>
    /// <param name="fronts">What a checkpoint may write in front of it.</param>
    public bool Match(string module, IReadOnlyList<string> fronts)
    {
        if (inLayers.Count > 0)
        {
            for (int end = module.Length; end > 0; end = module.LastIndexOf('.', end - 1))
            {
                if (inLayers.Contains(end == module.Length ? module : module.Substring(0, end)))
                {
                    return true;
                }
            }
        }
        return elsewhere.Any(name => IsPart(module, name))
            || wildcards.Any(pattern => Fits(pattern, module))
            || (wildcardsOfLayers.Count > 0 && LayerOf(module) is string layer && wildcardsOfLayers.TryGetValue(layer, out List<string>? own) && own.Any(pattern => Fits(pattern, module)))
            || ((pieces.Count > 0 || expressions.Count > 0) && fronts.Any(front => MatchesExpression(front + module)));
    }

    /// <summary>The part of a name that says the layer, such as <c>layers.3</c>, or null.</summary>
    private static string? LayerOf(string name)
    {
        const string Layers = "layers.";
        int end = Layers.Length;
        while (end < name.Length && name[end] is >= '0' and <= '9')
        {
            end++;
        }
        return name.StartsWith(Layers, StringComparison.Ordinal) && end > Layers.Length && end < name.Length && name[end] == '.' ? name.Substring(0, end) : null;
    }

    // Lists name the same modules of every layer; those of one layer are looked at for that layer alone.
    private void AddWildcard(string pattern)
    {
        if (LayerOf(pattern) is not string layer)
        {
            wildcards.Add(pattern);
            return;
        }
        if (!wildcardsOfLayers.TryGetValue(layer, out List<string>? own))
        {
            wildcardsOfLayers.Add(layer, own = []);
        }
        own.Add(pattern);
    }

    // ".*word.*" is a search for the word.
    private void AddExpression(string pattern)
    {
        bool isPiece = pattern.Length > 4 && pattern.StartsWith(".*", StringComparison.Ordinal) && pattern.EndsWith(".*", StringComparison.Ordinal);
        string piece = isPiece ? pattern.Substring(2, pattern.Length - 4) : "";
        if (isPiece && piece.All(letter => letter == '_' || char.IsLetterOrDigit(letter)))
        {
            pieces.Add(piece);
        }
        else
        {
            expressions.Add(Expression(pattern));
        }
    }

    private static bool IsPart(string module, string name) =>
        module.StartsWith(name, StringComparison.Ordinal) ? module.Length == name.Length || module[name.Length] == '.'
        : module.Length > name.Length && module.EndsWith(name, StringComparison.Ordinal) && module[module.Length - name.Length - 1] == '.';

    private bool MatchesExpression(string name)
    {
        if (pieces.Any(piece => name.IndexOf(piece, StringComparison.Ordinal) >= 0))
        {
            return true;
        }
        spent.Start();
        try
        {
            return spent.Elapsed < PatienceInAll ? expressions.Any(expression => expression.IsMatch(name)) : throw TooSlow();
        }
        catch (RegexMatchTimeoutException)
        {
            throw TooSlow();
        }
        finally
        {
            spent.Stop();
        }
    }

    private static ImportException TooSlow() => new("The regular expressions of the quantisation's lists of modules take too long.", "quantization_config");

    // As Python's re.match: from the start, not to the end.
    private static Regex Expression(string pattern)
    {
        try
        {
            return pattern.Length <= 1000 ? new Regex("^(?:" + pattern + ")", RegexOptions.CultureInvariant, Patience) : throw new ArgumentException("too long", nameof(pattern));
        }
        catch (ArgumentException)
        {
            throw new ImportException($"The quantisation's list of modules holds {Shown.Quoted(pattern)}, which is no regular expression that can be read.", "quantization_config");
        }
    }

    private static string WithoutFront(string name)
    {
        string rest = name;
        for (int dot = rest.IndexOf('.'); dot > 0 && Fronts.Contains(rest.Substring(0, dot)); dot = rest.IndexOf('.'))
        {
            rest = rest.Substring(dot + 1);
        }
        return rest;
    }

    // A pattern with * that fits the whole name, or the part of it before a dot; linear but for going back to the last star.
    private static bool Fits(string pattern, string name)
    {
        int p = 0;
        int star = -1;
        int mark = 0;
        for (int n = 0; n < name.Length;)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = n;
            }
            else if (p < pattern.Length && pattern[p] == name[n])
            {
                p++;
                n++;
            }
            else if (p == pattern.Length && name[n] == '.')
            {
                return true;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++mark;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }
        return p == pattern.Length;
    }
}
