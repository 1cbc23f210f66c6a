using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A fleet of another process, planned again here of its workloads' results, and taken where the nodes are the same.</summary>
internal sealed class FleetCopy(PSObject copy, Catalog catalog) : CopyReader(copy, catalog)
{
    /// <exception cref="ArgumentTransformationMetadataException">It would not be the same here; says why.</exception>
    internal FleetResult Plan(Texts texts)
    {
        IEnumerable<object> results = Copy["Results"] is IEnumerable items and not string ? items.Cast<object>() : throw Refused("its workloads did not come along");
        FleetResult[] fleets = FleetOf([.. results.OfType<PSObject>().Select(result => new ResultCopy(result, Catalog).Solve(texts))], texts);
        if (fleets.Length != 1)
        {
            throw Refused("its workloads are not those of one fleet");
        }
        FleetResult fleet = fleets[0];
        Require(
            Likeness.Difference(fleet.NodesWithHeadroom, Copy["NodesWithHeadroom"], "NodesWithHeadroom")
            ?? Likeness.Difference(fleet.NodesFinal, Copy["NodesFinal"], "NodesFinal")
            ?? Likeness.Difference(fleet.Workloads, Copy["Workloads"], "Workloads"));
        return fleet;
    }

    private FleetResult[] FleetOf(ScenarioResult[] results, Texts texts)
    {
        try
        {
            return [.. FleetResult.Plan(results, texts)];
        }
        catch (SizingException error)
        {
            throw Refused(error.Message);
        }
    }
}
