using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Something that engines refuse in a placement.</summary>
internal sealed class PlacementRule
{
    private readonly string code;
    private readonly string parameter;
    private readonly Func<Model, Placement, string?> find;

    public PlacementRule(string code, string parameter, Func<Model, Placement, string?> find)
    {
        this.code = code;
        this.parameter = parameter;
        this.find = find;
    }

    /// <summary>The problem, or null where there is none.</summary>
    public PlacementProblem? Find(Model model, Placement placement) =>
        find(model, placement) is string message ? new PlacementProblem(code, parameter, message) : null;

    /// <summary>Degrees up to a number that a test admits, in words.</summary>
    public static string Admitted(long most, Func<long, bool> admits)
    {
        string[] degrees = Degrees(most).Where(admits).Select(degree => NumberText.Plain(degree)).ToArray();
        return degrees.Length == 0 ? "no degree" : string.Join(", ", degrees);
    }

    private static IEnumerable<long> Degrees(long most)
    {
        for (long degree = 1; degree <= Math.Min(most, 1024); degree++)
        {
            yield return degree;
        }
    }
}
