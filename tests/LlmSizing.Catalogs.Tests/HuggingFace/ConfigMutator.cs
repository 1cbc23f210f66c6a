using System;
using System.Linq;
using System.Text;

namespace LlmSizing.Catalogs.Tests.HuggingFace;

/// <summary>Damages config.json texts, the same for the same seed: for the tests and for the long run of LlmSizing.Fuzz.</summary>
internal static class ConfigMutator
{
    private static readonly string[] Values =
        ["0", "1", "-1", "7", "9999999", "10000000", "1e3", "0.5", "-0", "1e999", "NaN", "Infinity", "null", "true", "\"x\"", "\"\\u0000\"", "[]", "{}", "[1]", "[[]]", "9223372036854775807", "99999999999999999999"];

    /// <summary>The configs of the tests.</summary>
    public static byte[][] Seeds { get; } = [.. SmallConfig.All.Select(config => Encoding.UTF8.GetBytes(config.Config))];

    /// <summary>Whether the text is a model; a reason why not is as good, anything else is thrown.</summary>
    /// <exception cref="InvalidOperationException">The model has another number of layers than its groups, or the reason is empty.</exception>
    public static bool Import(byte[] text)
    {
        try
        {
            Model model = HfConfigImporter.Import("m", Encoding.UTF8.GetString(text));
            return model.NumLayers == model.Layers.Sum(group => group.Count) ? true : throw new InvalidOperationException($"{model.NumLayers} layers, but others in the groups.");
        }
        catch (ImportException error)
        {
            return error.Message.Length > 0 ? false : throw new InvalidOperationException("A refusal without a reason.", error);
        }
    }

    /// <summary>A damaged copy: values replaced, marks put where they do not belong, pieces cut out.</summary>
    public static byte[] Mutate(byte[] seed, Random random)
    {
        string text = Encoding.UTF8.GetString(seed);
        for (int i = random.Next(3); i >= 0; i--)
        {
            text = Damage(text, random);
        }
        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>JSON with one change.</summary>
    public static string Damage(string text, Random random)
    {
        int at = random.Next(text.Length);
        if (random.Next(4) == 0)
        {
            return text.Remove(at, Math.Min(random.Next(8), text.Length - at)).Insert(at, "{}[],:\"0"[random.Next(8)].ToString());
        }
        int colon = text.IndexOf(':', at);
        int end = colon < 0 ? -1 : text.IndexOfAny([',', '}', ']'], colon);
        return end < 0 ? text : text[..(colon + 1)] + Values[random.Next(Values.Length)] + text[end..];
    }
}
