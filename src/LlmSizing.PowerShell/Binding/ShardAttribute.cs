using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace LlmSizing.Commands;

/// <summary>
/// A part of a grid, written as 3/16. Nothing else is taken: a blank, a sign or a leading zero is more often a script's mistake than meant,
/// and a part that is computed twice or never shows in no error.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShardAttribute : ArgumentTransformationAttribute
{
    /// <summary>More parts than any grid has use for, and few enough for the numbers of a scheduler.</summary>
    private const long Most = 1_000_000;

    private static readonly Regex Written = new(@"\A([1-9][0-9]{0,6})/([1-9][0-9]{0,6})\z", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (input is Shard shard)
        {
            return shard;
        }
        Match match = Written.Match(input as string ?? "");
        if (!match.Success)
        {
            throw Refused(input is string text ? $"'{(text.Length > 40 ? text.Substring(0, 40) + "..." : text)}' is no shard" : "A shard is a string");
        }
        long number = long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        long of = long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        return of > Most || number > of ? throw Refused($"'{input}' is out of range") : new Shard(number, of);
    }

    private static ArgumentTransformationMetadataException Refused(string what) => new(
        $"{what}. Write the part's number, a slash and how many parts there are: '3/16' is the third of sixteen, from '1/1' to '{Most}/{Most}'.");
}
